//! All SQL, migrations, search and the journal, on SQLite and PostgreSQL.
