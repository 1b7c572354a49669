-- A library of schema version 1, as it was released. Never changes.
PRAGMA foreign_keys = OFF;
CREATE TABLE aliases (alias TEXT PRIMARY KEY, paper INTEGER NOT NULL REFERENCES papers) WITHOUT ROWID;
INSERT INTO "aliases" VALUES('doi:10.48550/arxiv.2401.00001',1);
CREATE TABLE chunks (
    paper INTEGER NOT NULL REFERENCES papers, ordinal INTEGER NOT NULL, field INTEGER NOT NULL, start INTEGER NOT NULL,
    length INTEGER NOT NULL, PRIMARY KEY (paper, ordinal)) WITHOUT ROWID;
INSERT INTO "chunks" VALUES(1,0,1,0,40);
INSERT INTO "chunks" VALUES(2,0,2,0,14);
INSERT INTO "chunks" VALUES(2,1,2,15,14);
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO "meta" VALUES('analyzer','paperchat-en-1');
INSERT INTO "meta" VALUES('chunks',3);
INSERT INTO "meta" VALUES('created','2025-07-28T12:00:00.0000000+00:00');
INSERT INTO "meta" VALUES('generation',1);
INSERT INTO "meta" VALUES('next_segment',2);
CREATE TABLE origins (key INTEGER PRIMARY KEY, format TEXT NOT NULL, location TEXT NOT NULL, UNIQUE (format, location));
INSERT INTO "origins" VALUES(1,'jsonl','polar.jsonl');
INSERT INTO "origins" VALUES(2,'csv','songs.csv');
CREATE TABLE papers (
    key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, year INTEGER, listed TEXT,
    hash BLOB NOT NULL);
INSERT INTO "papers" VALUES(1,'arxiv:2401.00001',0,2024,'--07-28',X'5279D69BFA3221BC2780FE0ED7FFCA4A');
INSERT INTO "papers" VALUES(2,'title:00112233445566ff',2,NULL,NULL,X'60F5CEFA06C7A0BA16AC536959C384AA');
CREATE TABLE provenance (
    paper INTEGER PRIMARY KEY REFERENCES papers, origin INTEGER NOT NULL REFERENCES origins, line INTEGER, stored TEXT NOT NULL);
INSERT INTO "provenance" VALUES(1,1,3,'2025-07-28T12:00:00.0000000+00:00');
INSERT INTO "provenance" VALUES(2,2,NULL,'2025-07-28T12:00:00.0000000+00:00');
CREATE TABLE runs (
    id TEXT PRIMARY KEY, input TEXT NOT NULL, started TEXT NOT NULL, finished TEXT, added INTEGER NOT NULL,
    changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO "runs" VALUES('00000001-0000-0000-0000-000000000000','polar.jsonl','1970-01-01T00:00:00.0000000Z','1970-01-01T00:00:02.0000000Z',2,0,0,0);
CREATE TABLE segments (number INTEGER PRIMARY KEY, file TEXT NOT NULL, deletes TEXT);
CREATE TABLE texts (
    paper INTEGER PRIMARY KEY REFERENCES papers, title TEXT NOT NULL, abstract TEXT NOT NULL, body TEXT, details TEXT NOT NULL);
INSERT INTO "texts" VALUES(1,'Counting seals from the air','Drones count seals. The error is 4.2 \%.',NULL,'{"authors":["Ada Byron"],"venue":"Polar 2024","arxiv":"2401.00001","categories":["cs.CV"],"links":["https://example.org/seals"]}');
INSERT INTO "texts" VALUES(2,'Walrus songs','','Songs at dawn. Songs at dusk.','{}');
CREATE INDEX aliases_of_paper ON aliases (paper);
PRAGMA user_version = 1;
