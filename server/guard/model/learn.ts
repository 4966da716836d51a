/** Learning: one logistic regression a label over hashed features, by Adagrad. Used by `npm run guard:train` and its tests. */
import { BUCKETS, type Features } from './features.ts';

/** What all features of a kind together weigh, by kind: many of them weigh less each. */
export const KIND_WEIGHT = [2, 2, 1.4, 2.5, 1];

/** By kind, the value of one feature in a message that has `ends`. */
export function scales(ends: Int32Array, into: Float64Array): Float64Array {
  let from = 0;
  for (let kind = 0; kind < KIND_WEIGHT.length; kind++) {
    const till = ends[kind] ?? 0;
    into[kind] = (KIND_WEIGHT[kind] ?? 0) / Math.sqrt(Math.max(1, till - from));
    from = till;
  }
  return into;
}

export interface Lesson {
  features: Features;
  /** For each label, whether the message has it. */
  targets: readonly boolean[];
  /** Lessons that say one thing in several ways. */
  family: string;
}

export interface Learned {
  labels: number;
  /** `bucket * labels + label`. */
  weights: Float32Array;
  bias: Float32Array;
}

export interface Course {
  epochs: number;
  rate: number;
  /** Pull towards nought at each touch of a weight. */
  decay: number;
  /** How much more a message with the label counts than one without. */
  positive: number;
  /** Share of the features left out at each step, at random: so that no single word carries a label alone. */
  dropout: number;
}

export const COURSE: Course = { epochs: 20, rate: 0.15, decay: 3e-4, positive: 2, dropout: 0.3 };

/** The same order of lessons at every run, so that training is repeatable. */
function shuffled(count: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  let state = seed >>> 0;
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const k = state % (i + 1);
    [order[i], order[k]] = [order[k] as number, order[i] as number];
  }
  return order;
}

/** Families in which a feature must be met: what one phrasing alone has says nothing of the next. */
const LEAST_FAMILIES = 2;

/** By bucket, whether it is learned. */
function common(lessons: readonly Lesson[]): Uint8Array {
  const families = new Map<string, number>();
  const last = new Int32Array(BUCKETS).fill(-1);
  const met = new Uint8Array(BUCKETS);
  for (const { features, family } of lessons) {
    const id = families.get(family) ?? families.size;
    families.set(family, id);
    for (const bucket of features.buckets) {
      if (last[bucket] === id) continue;
      last[bucket] = id;
      met[bucket] = Math.min(LEAST_FAMILIES, (met[bucket] ?? 0) + 1);
    }
  }
  return met.map((count) => (count === LEAST_FAMILIES ? 1 : 0));
}

export function learn(lessons: readonly Lesson[], labels: number, course: Course = COURSE): Learned {
  const learned = { labels, weights: new Float32Array(BUCKETS * labels), bias: new Float32Array(labels) };
  const squares = new Float32Array(BUCKETS * labels).fill(0.01);
  const dice = new Dice();
  const taught = common(lessons);
  const mean = new Mean(learned);
  for (let epoch = 0; epoch < course.epochs; epoch++) {
    for (const index of shuffled(lessons.length, epoch + 1)) {
      const lesson = lessons[index];
      if (lesson) step({ learned, squares, taught, course, dice }, lesson);
    }
    if (2 * epoch >= course.epochs) mean.add(learned);
  }
  return mean.result();
}

/**
 * The weights of the later epochs in the mean (Polyak, Juditsky 1992): a few lessons more or less, or another order of them,
 * then decide less about messages that lie near a threshold.
 */
class Mean {
  readonly #sum: Learned;
  #count = 0;

  constructor({ labels, weights, bias }: Learned) {
    this.#sum = { labels, weights: new Float32Array(weights.length), bias: new Float32Array(bias.length) };
  }

  add({ weights, bias }: Learned): void {
    this.#count++;
    for (let i = 0; i < weights.length; i++) this.#sum.weights[i] = (this.#sum.weights[i] ?? 0) + (weights[i] ?? 0);
    for (let i = 0; i < bias.length; i++) this.#sum.bias[i] = (this.#sum.bias[i] ?? 0) + (bias[i] ?? 0);
  }

  result(): Learned {
    const { labels, weights, bias } = this.#sum;
    return { labels, weights: weights.map((w) => w / this.#count), bias: bias.map((b) => b / this.#count) };
  }
}

interface State {
  learned: Learned;
  squares: Float32Array;
  taught: Uint8Array;
  course: Course;
  dice: Dice;
}

const value = new Float64Array(KIND_WEIGHT.length);

/** Numbers that look random and are the same at every run. */
class Dice {
  #state = 12345;

  /** True with a chance of `share`. */
  falls(share: number): boolean {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return this.#state < share * 0x100000000;
  }
}

/** The features of a lesson without those dropped. */
function dropped({ buckets, ends }: Features, dice: Dice, share: number): Features {
  const kept = new Uint32Array(buckets.length);
  const keptEnds = new Int32Array(ends.length);
  let count = 0;
  for (let kind = 0, i = 0; kind < ends.length; kind++) {
    for (; i < (ends[kind] ?? 0); i++) if (!dice.falls(share)) kept[count++] = buckets[i] ?? 0;
    keptEnds[kind] = count;
  }
  return { buckets: kept, ends: keptEnds };
}

/** Sum of the weights of `features` for `label`. */
function sumOf({ weights, labels, bias }: Learned, { buckets, ends }: Features, label: number): number {
  let sum = bias[label] ?? 0;
  for (let kind = 0, i = 0; kind < ends.length; kind++) {
    let part = 0;
    for (; i < (ends[kind] ?? 0); i++) part += weights[(buckets[i] ?? 0) * labels + label] ?? 0;
    sum += part * (value[kind] ?? 0);
  }
  return sum;
}

function step({ learned, squares, taught, course, dice }: State, lesson: Lesson): void {
  const { targets } = lesson;
  const features = course.dropout > 0 ? dropped(lesson.features, dice, course.dropout) : lesson.features;
  const { buckets, ends } = features;
  const { weights, labels } = learned;
  scales(ends, value);
  for (let label = 0; label < labels; label++) {
    const sum = sumOf(learned, features, label);
    const target = targets[label] ? 1 : 0;
    const error = (1 / (1 + Math.exp(-sum)) - target) * (target ? course.positive : 1);
    learned.bias[label] = (learned.bias[label] ?? 0) - 0.02 * error;
    for (let kind = 0, i = 0; kind < ends.length; kind++) {
      for (; i < (ends[kind] ?? 0); i++) {
        if (taught[buckets[i] ?? 0] === 0) continue;
        const at = (buckets[i] ?? 0) * labels + label;
        const old = weights[at] ?? 0;
        const slope = error * (value[kind] ?? 0) + course.decay * old;
        const square = (squares[at] ?? 0) + slope * slope;
        squares[at] = square;
        weights[at] = old - (course.rate * slope) / Math.sqrt(square);
      }
    }
  }
}
