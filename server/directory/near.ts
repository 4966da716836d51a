/** How many wrong letters a word of this length may have and still be understood. */
export const slips = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/**
 * Edit distance with swapped neighbours counted once (optimal string alignment), given up as soon as it exceeds `max`.
 * Returns `max + 1` then.
 */
export function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(at(above, column) + 1, at(here, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, at(before, column - 2) + 1);
      }
      here.push(cost);
      if (cost < best) best = cost;
    }
    if (best > max) return max + 1;
    before = above;
    above = here;
  }
  return at(above, b.length);
}

const at = (row: number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
