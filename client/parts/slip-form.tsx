import type { ComponentChildren } from 'preact';
import type { Lang } from '../../shared/languages.ts';
import { repairWords } from '../words/repair.ts';
import { say } from '../words/say.ts';

interface Props {
  lang: Lang;
  action: string;
  /** What the browser's work is for. */
  purpose: string;
  slip: string;
  children: ComponentChildren;
}

/** A form that is whole without a script: its slip stands for the work. A script does the work and puts its proof in the slip's place. */
export function SlipForm({ lang, action, purpose, slip, children }: Props) {
  return (
    <form class="stack" method="post" action={action} data-prove={purpose}>
      <input type="hidden" name="slip" value={slip} />
      {children}
      <p class="soft small" role="status" data-working={say(lang, repairWords, 'working')} />
    </form>
  );
}
