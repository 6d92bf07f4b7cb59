-- One build of the award data. Files of this form are written once and then only read.

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE ceremony (
    number INTEGER PRIMARY KEY,
    film_year TEXT NOT NULL,
    held_on TEXT NOT NULL,
    venue TEXT NOT NULL,
    city TEXT NOT NULL,
    hosts TEXT NOT NULL,          -- JSON array of names
    broadcasters TEXT NOT NULL,   -- JSON array of names
    note TEXT
);

CREATE TABLE category (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    canonical_name TEXT NOT NULL,
    name TEXT NOT NULL,
    "group" TEXT NOT NULL,
    family TEXT NOT NULL,
    grew_out_of TEXT NOT NULL,    -- JSON array of category ids
    honours TEXT NOT NULL
);

CREATE TABLE category_name (name TEXT NOT NULL, category_id TEXT NOT NULL, PRIMARY KEY (name, category_id))
    WITHOUT ROWID;

CREATE TABLE country_name (name TEXT NOT NULL, country TEXT);

CREATE TABLE film (id TEXT PRIMARY KEY, title TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE alias (kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, id, name))
    WITHOUT ROWID;

CREATE TABLE nomination (
    position INTEGER PRIMARY KEY, -- the order of the record
    id TEXT NOT NULL UNIQUE,
    ceremony INTEGER NOT NULL,
    category_id TEXT NOT NULL,
    official_name TEXT NOT NULL,
    won INTEGER NOT NULL,
    status TEXT NOT NULL,
    remark TEXT,
    place INTEGER,
    country TEXT,
    section TEXT,
    works TEXT NOT NULL,          -- JSON array of [film id, title, character, song, dance]
    nominees TEXT NOT NULL        -- JSON array of [person id, name, nominated as, position]
);
CREATE INDEX nomination_by_category ON nomination (category_id, ceremony);
CREATE INDEX nomination_by_ceremony ON nomination (ceremony);

-- Who and which film a nomination is found by.
CREATE TABLE nomination_film (film_id TEXT, nomination INTEGER, PRIMARY KEY (film_id, nomination))
    WITHOUT ROWID;
CREATE TABLE nomination_person (person_id TEXT, nomination INTEGER, PRIMARY KEY (person_id, nomination))
    WITHOUT ROWID;

CREATE TABLE credit (
    film_id TEXT NOT NULL,
    part TEXT NOT NULL,
    billing INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT
);
CREATE INDEX credit_by_film ON credit (film_id, part, billing);
CREATE INDEX credit_by_person ON credit (person_id);

CREATE TABLE film_facts (
    film_id TEXT PRIMARY KEY,
    release_year INTEGER NOT NULL,
    runtime_minutes INTEGER,
    countries TEXT NOT NULL,      -- JSON array of names
    languages TEXT NOT NULL,      -- JSON array of names
    budget_usd INTEGER,
    crew_size INTEGER,
    filmed_in TEXT
) WITHOUT ROWID;

CREATE TABLE appearance (
    ceremony INTEGER NOT NULL,
    role TEXT NOT NULL,
    category_id TEXT,
    subject TEXT,
    people TEXT NOT NULL,         -- JSON array of names
    note TEXT
);
CREATE INDEX appearance_by_ceremony ON appearance (ceremony, role);

CREATE TABLE moment (
    ceremony INTEGER NOT NULL,
    kind TEXT NOT NULL,
    category_id TEXT,
    film_id TEXT,
    people TEXT NOT NULL,         -- JSON array of names
    topic TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX moment_by_ceremony ON moment (ceremony, kind);

CREATE TABLE season_award (
    ceremony INTEGER NOT NULL,
    body TEXT NOT NULL,
    edition TEXT NOT NULL,
    held_on TEXT,
    category TEXT NOT NULL,
    film_id TEXT,
    film TEXT,
    people TEXT NOT NULL,         -- JSON array of names
    won INTEGER NOT NULL
);
CREATE INDEX season_award_by_film ON season_award (film_id);
