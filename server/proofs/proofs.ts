import { LIMITS } from '../../shared/limits.ts';
import type { Asked, Given, Purpose } from '../../shared/proof.ts';
import type { Deps, Proofs, Redeemed } from '../ports/deps.ts';
import { Refusal } from '../ports/refusal.ts';
import { makeChallenge, readProof } from './challenge.ts';
import type { SharedKeys } from './keys.ts';
import { CROWDED, pressureOf } from './pressure.ts';
import { readSlip, slipAfter, writeSlip } from './slip.ts';

type Needs = Pick<Deps, 'keep' | 'clock' | 'config' | 'tags' | 'raid'>;

/** Tries of the derivation for each level, as multiples of POW_COST. */
const TIMES = [1, 2, 4];

/** Proofs of work and slips: asked for on any node, brought to any other, each good once and for one purpose. */
export class ProofDesk implements Proofs {
  readonly #deps: Needs;
  readonly #keys: SharedKeys;

  constructor(deps: Needs, keys: SharedKeys) {
    this.#deps = deps;
    this.#keys = keys;
  }

  async ask(purpose: Purpose, address: string): Promise<Asked> {
    const { config, clock } = this.#deps;
    const level = await this.#level(address);
    const tries = config.powCost * (TIMES[level] ?? 1);
    const secret = this.#keys.current('proof');
    const challenge = tries === 0 ? null : await makeChallenge({ purpose, level, tries, now: clock(), secret });
    return { challenge, ...this.#slip(purpose, level) };
  }

  async slip(purpose: Purpose, address: string): Promise<Omit<Asked, 'challenge'>> {
    return this.#slip(purpose, await this.#level(address));
  }

  async redeem(purpose: Purpose, { proof, slip }: Given): Promise<Redeemed> {
    if (proof !== undefined) {
      const { challenge, own } = await readProof(proof, purpose, this.#deps.clock(), this.#keys.accepted('proof'));
      await this.#useUp(challenge.parameters.nonce, LIMITS.proof.life);
      return { by: 'proof', level: own.level };
    }
    if (slip !== undefined) {
      const { nonce, level } = readSlip(slip, purpose, this.#deps.clock(), this.#keys.accepted('slip'));
      await this.#useUp(nonce, LIMITS.proof.slipLife);
      return { by: 'slip', level };
    }
    if (this.#deps.config.powCost === 0) return { by: 'nothing', level: 0 };
    throw new Refusal('proof_needed');
  }

  /** In a raid or lockdown everybody new does as much as those behind the most crowded address. */
  async #level(address: string): Promise<number> {
    const level = await pressureOf(this.#deps, this.#deps.tags.of(address));
    return this.#deps.raid.on() ? CROWDED : level;
  }

  #slip(purpose: Purpose, level: number) {
    const slip = writeSlip(purpose, { level, now: this.#deps.clock(), secret: this.#keys.current('slip') });
    return { slip, slipAfter: slipAfter(level) };
  }

  /** A second use finds the first one's mark, on whichever node; the mark ends with what it marks. */
  async #useUp(nonce: string, lifeMs: number): Promise<void> {
    if (!(await this.#deps.keep.claim(`proof:${nonce}`, 1, lifeMs))) throw new Refusal('proof_used');
  }
}
