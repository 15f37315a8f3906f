/** Five rows of two lines in the usual size; the first that is drawn tells better. */
const GUESS = 370;

/** Where each block of rows starts: as measured where it was drawn, else as tall as the first one that was. */
export class BlockHeights {
  #heights = new Float64Array(0);
  #starts = new Float64Array(1);
  #estimate = GUESS;
  #isMeasured = false;
  /** Starts are right up to this block. */
  #settled = 0;

  /** Forgets what was measured where the rows are others, or are drawn otherwise. */
  resize(count: number, isOther = false): void {
    if (!isOther && count === this.#heights.length) return;
    const heights = new Float64Array(count);
    if (isOther) this.#isMeasured = false;
    else heights.set(this.#heights.subarray(0, count));
    this.#settled = 0;
    this.#heights = heights;
    this.#starts = new Float64Array(count + 1);
  }

  /** Takes what was measured; says whether it is other than was thought. */
  measure(block: number, height: number): boolean {
    const thought = this.#heights[block] || (this.#isMeasured && this.#estimate);
    this.#heights[block] = height;
    if (thought === height) return false;
    this.#settled = this.#isMeasured ? Math.min(this.#settled, block) : 0;
    if (!this.#isMeasured) this.#estimate = height;
    this.#isMeasured = true;
    return true;
  }

  /** Pixels above a block; above the one after the last, of all of them. */
  start(block: number): number {
    for (; this.#settled < block; this.#settled++) {
      const height = this.#heights[this.#settled] || this.#estimate;
      this.#starts[this.#settled + 1] = (this.#starts[this.#settled] ?? 0) + height;
    }
    return this.#starts[block] ?? 0;
  }

  get total(): number {
    return this.start(this.#heights.length);
  }

  /** The block that lies there; the first or the last one beyond the ends. */
  at(pixels: number): number {
    let [low, high] = [0, Math.max(0, this.#heights.length - 1)];
    this.start(this.#heights.length);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.start(middle) <= pixels) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
