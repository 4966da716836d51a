import { Cluster, type Redis } from 'ioredis';
import { bounded } from './answer.ts';

interface Listener {
  hear: (message: string) => void;
  missed?: (() => void) | undefined;
}
interface Channel {
  listeners: Set<Listener>;
  subscribed: Promise<unknown>;
}

/** How often listeners are told to look by themselves: a cluster client does not say when it has lost a subscription. */
const NUDGE = 2000;

/** The sharded channels one node listens to; each is subscribed once, however many listen. */
export class Channels {
  readonly client: Redis | Cluster;
  readonly #channels = new Map<string, Channel>();
  readonly #nudge: NodeJS.Timeout;

  constructor(client: Redis | Cluster) {
    this.client = client;
    client.on('smessage', (channel: string, message: string) => {
      for (const listener of [...(this.#channels.get(channel)?.listeners ?? [])]) listener.hear(message);
    });
    client.on('ready', () => this.#again());
    client.on('subscribersReady', () => this.#missed());
    this.#nudge = setInterval(() => this.#check(), NUDGE).unref();
  }

  /** Resolves when the subscription is in force; rejects with `Unavailable`, and then nothing is heard. */
  async listen(name: string, hear: Listener['hear'], missed?: () => void): Promise<() => Promise<void>> {
    const listener = { hear, missed };
    let channel = this.#channels.get(name);
    if (!channel) {
      channel = { listeners: new Set(), subscribed: this.client.ssubscribe(name) };
      this.#channels.set(name, channel);
    }
    channel.listeners.add(listener);
    const { subscribed } = channel;
    try {
      await bounded(subscribed);
    } catch (error) {
      await this.#unlisten(name, listener);
      throw error;
    }
    return () => this.#unlisten(name, listener);
  }

  close(): void {
    clearInterval(this.#nudge);
    this.#channels.clear();
  }

  async #unlisten(name: string, listener: Listener): Promise<void> {
    const channel = this.#channels.get(name);
    if (!channel?.listeners.delete(listener) || channel.listeners.size > 0) return;
    this.#channels.delete(name);
    // Without a connection there is nothing to leave.
    await this.client.sunsubscribe(name).catch(() => {});
  }

  /** Subscribes everything on a new connection; one on which that fails is given up. A cluster client does it by itself. */
  #again(): void {
    const { client } = this;
    if (client instanceof Cluster || this.#channels.size === 0) return;
    client.ssubscribe(...this.#channels.keys()).then(
      () => this.#missed(),
      () => client.disconnect(true),
    );
  }

  #missed(): void {
    for (const { listeners } of [...this.#channels.values()])
      for (const listener of [...listeners]) listener.missed?.();
  }

  /** An unanswered ping makes the client give the connection up and connect again. */
  #check(): void {
    this.#missed();
    this.client.ping().catch(() => {});
  }
}
