import type { Helpline, Source } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { EMERGENCY, type EntryKind } from '../../shared/repair.ts';
import { mendWords } from '../words/mend.ts';
import { say } from '../words/say.ts';
import { href } from './links.ts';

/** The way to say that an entry is wrong; two taps, this one and the choice. */
export function ReportLink({ lang, kind, id }: { lang: Lang; kind: EntryKind; id: string }) {
  return (
    <p class="small no-print">
      <a class="mend" href={href(lang, `/report/${kind}/${id}`)} rel="nofollow">
        {say(lang, mendWords, 'report')}
      </a>
    </p>
  );
}

/** Beside an entry that enough readers, or a volunteer, found to be wrong, until somebody has decided. */
export function Checking({ lang, source }: { lang: Lang; source: Source }) {
  if (!source.checkingSince) return null;
  return <p class="notice small">{say(lang, mendWords, 'checking')}</p>;
}

/** Under a help line: whether it is doubted, and the way to say that it is wrong. Nobody doubts the emergency services. */
export const mendLine = (lang: Lang) => (line: Helpline) =>
  EMERGENCY.includes(line.number) ? null : (
    <>
      <Checking lang={lang} source={line.source} />
      <ReportLink lang={lang} kind="helpline" id={line.id} />
    </>
  );
