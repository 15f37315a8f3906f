/** Pixels of five rows of two lines in the usual size; replaced by the first block that is measured. */
const DEFAULT_HEIGHT = 370;

/** The positions of blocks of rows. A block that was never drawn counts as tall as the first one that was. */
export class BlockHeights {
  #heights = new Float64Array(0);
  #starts = new Float64Array(1);
  #estimate = DEFAULT_HEIGHT;
  #isMeasured = false;
  /** Starts are up to date until this block. */
  #validUntil = 0;

  /** Sets the number of blocks; `isReset` forgets what was measured, because other rows or another width come. */
  resize(count: number, isReset = false): void {
    if (!isReset && count === this.#heights.length) return;
    const heights = new Float64Array(count);
    if (isReset) this.#isMeasured = false;
    else heights.set(this.#heights.subarray(0, count));
    this.#validUntil = 0;
    this.#heights = heights;
    this.#starts = new Float64Array(count + 1);
  }

  /** Takes the height of a block; returns whether it differs from what was assumed. */
  measure(block: number, height: number): boolean {
    const assumed = this.#heights[block] || (this.#isMeasured && this.#estimate);
    this.#heights[block] = height;
    if (assumed === height) return false;
    this.#validUntil = this.#isMeasured ? Math.min(this.#validUntil, block) : 0;
    if (!this.#isMeasured) this.#estimate = height;
    this.#isMeasured = true;
    return true;
  }

  /** Returns the pixels above a block. */
  start(block: number): number {
    for (; this.#validUntil < block; this.#validUntil++) {
      const height = this.#heights[this.#validUntil] || this.#estimate;
      this.#starts[this.#validUntil + 1] = (this.#starts[this.#validUntil] ?? 0) + height;
    }
    return this.#starts[block] ?? 0;
  }

  get total(): number {
    return this.start(this.#heights.length);
  }

  /** Returns the block at a position, the first or the last one beyond the ends. */
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
