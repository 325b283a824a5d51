import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SearchIndex } from "../../src/indexing/search-index.ts";
import { updateIndex, type IndexReport } from "../../src/indexing/update-index.ts";
import { onTestFinished } from "vitest";
import { createFakeModels } from "../helpers/fake-models.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

type Content = string | Uint8Array;
type Models = Parameters<typeof updateIndex>[0]["models"];

/** A corpus and an index in a temporary folder, with the fake models. */
export class Newsroom {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly models = createFakeModels();

  constructor(files: Readonly<Record<string, Content>>) {
    const dir = temporaryFolder();
    this.corpusDir = join(dir, "corpus");
    this.indexDir = join(dir, "index");
    for (const [file, content] of Object.entries(files)) this.write(file, content);
  }

  write(file: string, content: Content): void {
    const path = join(this.corpusDir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  remove(file: string): void {
    rmSync(join(this.corpusDir, file));
  }

  update(models: Models = this.models): Promise<IndexReport> {
    const { corpusDir, indexDir } = this;
    return updateIndex({ corpusDir, indexDir, models });
  }

  rebuild(models: Models = this.models): Promise<IndexReport> {
    const { corpusDir, indexDir } = this;
    return updateIndex({ corpusDir, indexDir, models, mode: "rebuild" });
  }

  /** The index, closed again after the test. */
  open(): SearchIndex {
    const index = SearchIndex.open(this.indexDir, this.models.fingerprint);
    onTestFinished(() => {
      index.close();
    });
    return index;
  }
}

/** A newsroom whose index has been built. */
export async function indexed(files: Readonly<Record<string, Content>>): Promise<Newsroom> {
  const newsroom = new Newsroom(files);
  await newsroom.update();
  return newsroom;
}

/** A `.jsonl` file: of each article its id and its text, and its title where it has one. */
export function articles(...rows: readonly (readonly [string, string, string?])[]): string {
  return rows.map(([id, text, title = ""]) => `${JSON.stringify({ id, title, text })}\n`).join("");
}
