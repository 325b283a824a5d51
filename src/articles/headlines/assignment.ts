/**
 * The best one-to-one assignment: for each row the column that it gets, or -1, so that the sum of the
 * chosen scores is as high as can be. Pairs with a score of 0 or less are never made.
 *
 * Kuhn's method with the shortest augmenting paths of Jonker and Volgenant (Computing 38, 1987):
 * O(rows² · (rows + columns)). Each row may also take a place of its own that scores 0.
 */
export function assign(scores: readonly (readonly number[])[]): readonly number[] {
  const columns = Math.max(0, ...scores.map((row) => row.length));
  const state = emptyState(scores.length, columns + scores.length);
  const costOf = (row: number, column: number): number =>
    column < columns ? -Math.max(0, scores[row]?.[column] ?? 0) : 0;
  for (let row = 0; row < scores.length; row += 1) augment(state, row, costOf);
  const taken = new Array<number>(scores.length).fill(-1);
  state.rowOf.forEach((row, column) => {
    if (row >= 0 && column < columns && costOf(row, column) < 0) taken[row] = column;
  });
  return taken;
}

type Cost = (row: number, column: number) => number;

interface State {
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly rowOf: Int32Array;
}

function emptyState(rows: number, columns: number): State {
  return {
    rowPrice: new Float64Array(rows),
    columnPrice: new Float64Array(columns),
    rowOf: new Int32Array(columns).fill(-1),
  };
}

/** Finds the cheapest path from a new row to a free column and swaps the pairs along it. */
function augment(state: State, start: number, costOf: Cost): void {
  const columns = state.rowOf.length;
  const distance = new Float64Array(columns).fill(Infinity);
  const previous = new Int32Array(columns).fill(-1);
  const done = new Uint8Array(columns);
  let row = start;
  let reached = 0;
  let from = -1;
  for (;;) {
    relax({ state, row, reached, from, costOf }, { distance, previous, done });
    from = nearest(distance, done);
    reached = distance[from] ?? 0;
    done[from] = 1;
    row = state.rowOf[from] ?? -1;
    if (row < 0) break;
  }
  reprice(state, { start, reached }, { distance, previous, done });
  for (let column = from; column >= 0;) {
    const before = previous[column] ?? -1;
    state.rowOf[column] = before >= 0 ? (state.rowOf[before] ?? start) : start;
    column = before;
  }
}

interface Search {
  readonly distance: Float64Array;
  readonly previous: Int32Array;
  readonly done: Uint8Array;
}

interface Step {
  readonly state: State;
  readonly row: number;
  readonly reached: number;
  readonly from: number;
  readonly costOf: Cost;
}

function relax(step: Step, search: Search): void {
  const { state, row, reached, from } = step;
  for (let column = 0; column < search.done.length; column += 1) {
    if (search.done[column] === 1) continue;
    const reduced =
      step.costOf(row, column) - (state.rowPrice[row] ?? 0) - (state.columnPrice[column] ?? 0);
    if (reached + reduced >= (search.distance[column] ?? 0)) continue;
    search.distance[column] = reached + reduced;
    search.previous[column] = from;
  }
}

function nearest(distance: Float64Array, done: Uint8Array): number {
  let best = -1;
  for (let column = 0; column < done.length; column += 1) {
    if (done[column] === 1) continue;
    if (best < 0 || (distance[column] ?? 0) < (distance[best] ?? 0)) best = column;
  }
  return best;
}

function reprice(
  state: State,
  path: { readonly start: number; readonly reached: number },
  search: Search,
): void {
  state.rowPrice[path.start] = (state.rowPrice[path.start] ?? 0) + path.reached;
  for (let column = 0; column < search.done.length; column += 1) {
    if (search.done[column] !== 1) continue;
    const gain = path.reached - (search.distance[column] ?? 0);
    const row = state.rowOf[column] ?? -1;
    state.columnPrice[column] = (state.columnPrice[column] ?? 0) - gain;
    if (row >= 0) state.rowPrice[row] = (state.rowPrice[row] ?? 0) + gain;
  }
}
