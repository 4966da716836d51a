/** Learning: one logistic regression a label over hashed features, by Adagrad. Used by `npm run guard:train` and its tests. */
import { BUCKETS, type Features } from './features.ts';

/** Letters weigh less than cues: all letter features of a message together count about as much as a few cues. */
export function letterScale(features: Features): number {
  return 0.6 / Math.sqrt(Math.max(1, features.length - features.cues));
}

export interface Lesson {
  features: Features;
  /** For each label, whether the message has it. */
  targets: readonly boolean[];
  weight?: number;
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
}

export const COURSE: Course = { epochs: 30, rate: 0.15, decay: 1e-3, positive: 2 };

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

/** Score of every label before the logistic function. */
export function scores(learned: Learned, features: Features): Float64Array {
  const sums = new Float64Array(learned.labels);
  const letters = letterScale(features);
  for (let label = 0; label < learned.labels; label++) {
    let cues = 0;
    let rest = 0;
    for (let i = 0; i < features.cues; i++)
      cues += learned.weights[(features.buckets[i] ?? 0) * learned.labels + label] ?? 0;
    for (let i = features.cues; i < features.length; i++)
      rest += learned.weights[(features.buckets[i] ?? 0) * learned.labels + label] ?? 0;
    sums[label] = cues * CUE_SCALE + rest * letters + (learned.bias[label] ?? 0);
  }
  return sums;
}

/** One cue feature's value. */
export const CUE_SCALE = 0.5;

export function learn(lessons: readonly Lesson[], labels: number, course: Course = COURSE): Learned {
  const learned = { labels, weights: new Float32Array(BUCKETS * labels), bias: new Float32Array(labels) };
  const squares = new Float32Array(BUCKETS * labels).fill(0.01);
  for (let epoch = 0; epoch < course.epochs; epoch++) {
    for (const index of shuffled(lessons.length, epoch + 1)) {
      const lesson = lessons[index];
      if (lesson) step({ learned, squares, course }, lesson);
    }
  }
  return learned;
}

interface State {
  learned: Learned;
  squares: Float32Array;
  course: Course;
}

function step({ learned, squares, course }: State, { features, targets, weight = 1 }: Lesson): void {
  const sums = scores(learned, features);
  const letters = letterScale(features);
  for (let label = 0; label < learned.labels; label++) {
    const target = targets[label] ? 1 : 0;
    const error = (1 / (1 + Math.exp(-(sums[label] ?? 0))) - target) * weight * (target ? course.positive : 1);
    learned.bias[label] = (learned.bias[label] ?? 0) - 0.02 * error;
    for (let i = 0; i < features.length; i++) {
      const at = (features.buckets[i] ?? 0) * learned.labels + label;
      const old = learned.weights[at] ?? 0;
      const slope = error * (i < features.cues ? CUE_SCALE : letters) + course.decay * old;
      const square = (squares[at] ?? 0) + slope * slope;
      squares[at] = square;
      learned.weights[at] = old - (course.rate * slope) / Math.sqrt(square);
    }
  }
}
