//! Someone else who vouches for people: the file `oidc.toml` of a site's folder, and the requests that go there.

use arobase_identity::oidc::{Fetch, FetchError, HttpRequest, HttpResponse, Provider, Settings};
use miette::{IntoDiagnostic, WrapErr, miette};
use std::path::Path;
use std::time::Duration;
use ureq::Agent;

/// Name of the file of settings.
const FILE: &str = "oidc.toml";
/// Environment variable with the client secret, where no file is named.
const SECRET: &str = "AROBASE_OIDC_SECRET";
/// How long an answer may take: whoever waits for it has the link by mail.
const PATIENCE: Duration = Duration::from_secs(8);
/// Bytes of an answer, at most.
const LARGEST: u64 = 1 << 20;

/// What `arobase init` writes, to be changed.
const BLANK: &str = r#"# Se connecter par un fournisseur d’identité OpenID Connect, par exemple ProConnect. Sans réglage, rien n’est proposé.
# Signing in through an OpenID Connect provider, such as ProConnect. Without settings, nothing is offered.
#
# À déclarer chez le fournisseur / to declare at the provider:
#   adresse de retour / redirect URI:               https://ADRESSE.DU.SITE/openid/back
#   retour de déconnexion / post-logout redirect:   https://ADRESSE.DU.SITE/openid/out
#   signature de userinfo / userinfo signature:     RS256, ou aucune / or none

# issuer = "https://auth.agentconnect.gouv.fr/api/v2"
# client_id = "…"
# client_secret_file = "oidc.secret"  # fichier de ce dossier, sinon AROBASE_OIDC_SECRET / a file of this folder, else AROBASE_OIDC_SECRET
# profile = "proconnect"              # "generic" : la norme avec PKCE / the standard with PKCE
# label = "ProConnect"                # « Se connecter avec … »

# Niveaux exigés ; absent : tous. Pour deux facteurs chez ProConnect :
# Levels wanted; absent: any. For two factors at ProConnect:
# acr = ["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3"]
"#;

/// Writes the settings to change, unless there are some.
pub(crate) fn prepare(folder: &Path) -> miette::Result<()> {
    super::lay(&folder.join(FILE), BLANK)
}

/// The provider that a site names; none without settings. Nothing is asked of it yet: a site starts though its provider is down.
pub(crate) fn read(folder: &Path) -> miette::Result<Option<Provider>> {
    let file = folder.join(FILE);
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(miette!("{}: {error}", file.display())),
    };
    if toml::from_str::<toml::Table>(&text).is_ok_and(|table| table.is_empty()) {
        return Ok(None);
    }
    provider(folder, &text).wrap_err_with(|| format!("{} cannot be used", file.display())).map(Some)
}

fn provider(folder: &Path, text: &str) -> miette::Result<Provider> {
    let settings: Settings = toml::from_str(text).into_diagnostic()?;
    let secret = match &settings.client_secret_file {
        Some(name) => {
            let file = folder.join(name);
            let read = std::fs::read_to_string(&file).into_diagnostic();
            Some(read.wrap_err_with(|| format!("client_secret_file: {}", file.display()))?)
        }
        None => std::env::var(SECRET).ok(),
    };
    Provider::new(settings, secret, SECRET, fetch(PATIENCE)).into_diagnostic()
}

/// The network: whole answers within `patience`, redirections not followed.
fn fetch(patience: Duration) -> Fetch {
    let config = Agent::config_builder()
        .timeout_global(Some(patience))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(concat!("arobase/", env!("CARGO_PKG_VERSION")));
    let agent: Agent = config.build().into();
    Fetch::new(move |request| ask(&agent, request).map_err(|error| FetchError(error.to_string())))
}

fn ask(agent: &Agent, request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
    let answer = if request.body().is_empty() { agent.run(request.map(|_| ())) } else { agent.run(request) };
    let (parts, mut body) = answer?.into_parts();
    let body = body.with_config().limit(LARGEST).read_to_vec()?;
    Ok(HttpResponse::from_parts(parts, body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use arobase_identity::Token;
    use arobase_identity::oidc::{Departure, OidcError};
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::time::Instant;

    fn settings(issuer: &str) -> String {
        format!("issuer = \"{issuer}\"\nclient_id = \"us\"\nlabel = \"Id\"\nclient_secret_file = \"secret\"")
    }

    #[test]
    fn what_init_writes_asks_for_nothing_and_what_is_wrong_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path();
        assert!(read(place).expect("no file").is_none());
        prepare(place).expect("written");
        assert!(read(place).expect("a file without settings").is_none());
        let filled: Vec<&str> =
            BLANK.lines().filter_map(|line| line.strip_prefix("# ").filter(|rest| rest.contains(" = "))).collect();
        std::fs::write(place.join(FILE), filled.join("\n")).expect("written");
        assert!(format!("{:?}", read(place).expect_err("no secret")).contains("oidc.secret"));
        std::fs::write(place.join("oidc.secret"), "s3cret\n").expect("written");
        assert_eq!(read(place).expect("settings").expect("a provider").label(), "ProConnect");
        for (text, said) in [("issuer = 3", "issuer"), ("isuer = \"a\"", "isuer"), ("label = \"a\"", "issuer = \"\"")] {
            std::fs::write(place.join(FILE), text).expect("written");
            assert!(format!("{:?}", read(place).expect_err("wrong")).contains(said), "{text}");
        }
    }

    /// A server that says this to whoever comes, after a while.
    fn server(said: String, after: Duration) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("bound"));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let _ = stream.read(&mut [0; 4096]);
                std::thread::sleep(after);
                let _ = stream.write_all(said.as_bytes());
            }
        });
        address
    }

    fn departure(issuer: &str, patience: Duration) -> Result<String, OidcError> {
        let settings: Settings = toml::from_str(&settings(issuer)).expect("settings");
        let provider = Provider::new(settings, Some("s".into()), SECRET, fetch(patience)).expect("a provider");
        provider.departure(&Departure::new(&Token::new([1; 32])), "https://congres.example/openid/back", 0)
    }

    #[test]
    fn a_provider_that_is_down_slow_or_broken_is_told_in_time() {
        let unreachable = |answer| matches!(answer, Err(OidcError::Unreachable(_)));
        let closed = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("bound");
        assert!(unreachable(departure(&format!("http://{closed}"), PATIENCE)), "down");
        let slow = server(String::new(), Duration::from_secs(20));
        #[expect(clippy::disallowed_methods, reason = "the test measures how long it waits")]
        let start = Instant::now();
        assert!(unreachable(departure(&slow, Duration::from_millis(300))), "slow");
        assert!(start.elapsed() < Duration::from_secs(5));
        let broken = "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        assert!(unreachable(departure(&server(broken.into(), Duration::ZERO), PATIENCE)), "broken");
        for said in [
            "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 2\r\nconnection: close\r\n\r\nno",
            "HTTP/1.1 302 Found\r\nlocation: http://elsewhere.example/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        ] {
            let answer = departure(&server(said.into(), Duration::ZERO), PATIENCE);
            assert!(matches!(answer, Err(OidcError::Unreadable(_))), "{answer:?}");
        }
    }
}
