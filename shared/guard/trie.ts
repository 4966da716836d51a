/** Words as paths of letters: each node knows what ends there. */
/** Letters a..z are 1..26; see letters.ts. */
export const WIDTH = 28;

export class Trie {
  next = new Int32Array(WIDTH * 1024);
  whole: number[][] = [[]];
  stem: number[][] = [[]];
  size = 1;

  add(codes: Uint8Array, length: number, starred: boolean, atom: number): void {
    let node = 0;
    for (let i = 0; i < length; i++) {
      const slot = node * WIDTH + (codes[i] ?? 0);
      let child = this.next[slot] ?? 0;
      if (child === 0) {
        child = this.size++;
        this.whole.push([]);
        this.stem.push([]);
        if (this.size * WIDTH > this.next.length) {
          const grown = new Int32Array(this.next.length * 2);
          grown.set(this.next);
          this.next = grown;
        }
        this.next[slot] = child;
      }
      node = child;
    }
    (starred ? this.stem : this.whole)[node]?.push(atom);
  }
}
