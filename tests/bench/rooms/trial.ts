import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Outcome, Plan } from './crowd.ts';

export const KINDS = ['socketio', 'ws', 'tirek', 'tirek-redis', 'tirek-guard'] as const;
export type Kind = (typeof KINDS)[number];

/** What every trial of a run shares. */
export interface Ground {
  redisUrl: string;
  /** The file with what people say. */
  texts: string;
}

/** The server has the first core for itself; the crowd, and Redis where there is one, have the second. */
export const CORE = { server: 0, crowd: 1 };

const here = (name: string) => new URL(name, import.meta.url).pathname;

/** A profile is written by a process that ends by itself. */
const STOP = process.env.PROFILE ? 'SIGINT' : 'SIGTERM';

/** A process pinned to one core that answers a line with a line of JSON. */
class Talker {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(core: number, args: string[], env: Record<string, string> = {}) {
    this.#child = spawn('taskset', ['-c', `${core}`, process.execPath, '--expose-gc', ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    this.#lines = createInterface({ input: this.#child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  }

  async hear<T>(): Promise<T> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('a process under measurement ended early');
    return JSON.parse(value as string) as T;
  }

  ask<T>(line: string): Promise<T> {
    this.#child.stdin?.write(`${line}\n`);
    return this.hear();
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill(STOP);
    await ended;
  }
}

/** One server and its crowd. */
export class Trial {
  readonly #server: Talker;
  readonly #crowd: Talker;

  private constructor(server: Talker, crowd: Talker) {
    this.#server = server;
    this.#crowd = crowd;
  }

  /** Runs `act` with a server and its crowd, and ends both whatever happens. */
  static async run<T>(
    kind: Kind,
    { ground, shape }: { ground: Ground; shape: Pick<Plan, 'rooms' | 'perRoom'> },
    act: (trial: Trial) => Promise<T>,
  ): Promise<T> {
    const trial = await Trial.#start(kind, ground, shape);
    try {
      return await act(trial);
    } finally {
      await trial.#end();
    }
  }

  static async #start(kind: Kind, ground: Ground, shape: Pick<Plan, 'rooms' | 'perRoom'>): Promise<Trial> {
    const bare = kind === 'socketio' || kind === 'ws' ? kind : 'tirek';
    const people = shape.rooms * shape.perRoom;
    const profile = process.env.PROFILE === kind ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE_DIR}`] : [];
    const server = new Talker(
      CORE.server,
      [...profile, here('serve.ts'), bare, `${shape.rooms}`, `${people}`, ground.texts],
      { REDIS_URL: kind === 'tirek-redis' ? ground.redisUrl : '', GUARD: kind === 'tirek-guard' ? '1' : '' },
    );
    const { port, tokens } = await server.hear<{ port: number; tokens: string[] }>();
    const plan: Plan = { kind: bare, port, tokens, texts: ground.texts, ...shape };
    return new Trial(server, new Talker(CORE.crowd, [here('crowd.ts'), JSON.stringify(plan)]));
  }

  /** So many more people come, `together` at a time; from the first connection to the last answer of a join, ms. */
  join(together: number, more: number): Promise<number> {
    return this.#crowd.ask(`join ${together} ${more}`);
  }

  /** All together say `rate` messages a second for so long. */
  talk(rate: number, seconds: number): Promise<Outcome> {
    return this.#crowd.ask(JSON.stringify({ rate, seconds }));
  }

  /** CPU seconds of the server since its start. */
  cpu(): Promise<number> {
    return this.#server.ask('usage');
  }

  /** What lives in the server's heap and buffers after a collection, bytes. */
  memory(): Promise<number> {
    return this.#server.ask('memory');
  }

  async #end(): Promise<void> {
    await this.#crowd.end();
    await this.#server.end();
  }
}
