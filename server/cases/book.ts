import type { CaseCard, Receipt } from '../../shared/events.ts';
import type { Cases, Raised } from '../ports/cases.ts';
import type { Deps, StaffWho } from '../ports/deps.ts';
import { openCases } from './cards.ts';
import { addEvidence } from './facts.ts';
import type { OpenNeeds } from './open.ts';
import { raiseCase } from './raise.ts';
import { receiptsOf } from './receipts.ts';
import { snapshotTail } from './snapshot.ts';

type Needs = OpenNeeds & Pick<Deps, 'log' | 'rooms' | 'access' | 'supabase'>;

/** Cases as the other features meet them. */
export class CaseBook implements Cases {
  readonly #deps: Needs;
  constructor(deps: Needs) {
    this.#deps = deps;
  }

  raise(raised: Raised): Promise<string> {
    return raiseCase(this.#deps, raised);
  }

  openFor(who: StaffWho): Promise<CaseCard[]> {
    return openCases(this.#deps, who);
  }

  receiptsOf(session: string): Promise<Receipt[]> {
    return receiptsOf(this.#deps, session);
  }

  async keepWords(sanction: string, room: string, member: string): Promise<void> {
    const words = await snapshotTail(this.#deps, room, member);
    if (words.some((item) => item.marked)) await addEvidence(this.#deps, sanction, words);
  }
}
