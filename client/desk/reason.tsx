import { ACT_REASONS, type ActReason } from '../../shared/cases.ts';
import type { Lang } from '../../shared/languages.ts';
import { actWords } from '../words/acts.ts';
import { deskWords } from '../words/desk.ts';
import { partWords } from '../words/parts.ts';
import { say } from '../words/say.ts';
import { Choice } from './choice.tsx';

interface Props {
  lang: Lang;
  onChoose: (reason: ActReason) => void;
  onCancel: () => void;
}

/** Every act against somebody's words has a reason, which that person reads. */
export function Reason({ lang, onChoose, onCancel }: Props) {
  return (
    <Choice
      title={say(lang, deskWords, 'whyTitle')}
      options={ACT_REASONS.map((value) => ({ value, label: say(lang, actWords, value) }))}
      cancel={say(lang, partWords, 'cancel')}
      onChoose={onChoose}
      onCancel={onCancel}
    />
  );
}
