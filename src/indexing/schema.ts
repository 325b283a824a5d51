/** Version of the tables below; a file of another version is refused. */
export const SCHEMA_VERSION = 3;

/**
 * The tables of `index/baowen.db`, the truth about everything that was indexed. Passage ids are never
 * used twice (AUTOINCREMENT): they are the labels of the vectors in the HNSW file.
 */
export const SCHEMA = `
  CREATE TABLE manifest (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE files (
    file TEXT PRIMARY KEY,
    -- Of bytes, imprint, correction and cutting rules: unchanged means that nothing has to be done.
    hash TEXT NOT NULL
  ) WITHOUT ROWID;

  -- Lines of segmented pages, as printed.
  CREATE TABLE lines (
    file TEXT NOT NULL REFERENCES files (file) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    text TEXT NOT NULL,
    role TEXT NOT NULL,
    article TEXT,
    PRIMARY KEY (file, n)
  ) WITHOUT ROWID;

  CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    file TEXT NOT NULL REFERENCES files (file) ON DELETE CASCADE,
    -- Place among the articles of its file.
    ordinal INTEGER NOT NULL,
    date TEXT,
    -- The whole Article as JSON; the columns beside it are what is asked for by value.
    article TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX articles_by_file ON articles (file);

  CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    -- Of headline and text: what the vectors below were made from.
    content TEXT NOT NULL,
    vector BLOB NOT NULL,
    -- Of the headline's tokens, as token-vectors.ts makes them.
    tokens BLOB NOT NULL
  );
  CREATE INDEX passages_by_article ON passages (article);
  CREATE INDEX passages_by_content ON passages (content);

  CREATE TABLE sentences (
    passage INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    tokens BLOB NOT NULL,
    PRIMARY KEY (passage, ordinal)
  ) WITHOUT ROWID;

  -- rowid = passages.id. The terms are cut by terms.ts and stand here separated by blanks.
  CREATE VIRTUAL TABLE terms USING fts5 (
    headline, body, content = '', contentless_delete = 1, tokenize = 'ascii'
  );
  -- In how many passages each term stands.
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab (terms, 'row');
`;
