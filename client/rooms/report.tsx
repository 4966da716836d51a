import { useSignal } from '@preact/signals';
import { REPORT_REASONS, VOLUNTEER_REPORT_REASONS } from '../../shared/cases.ts';
import type { Reply } from '../../shared/errors.ts';
import { reportMessage, reportVolunteer } from '../safety.ts';
import { errorWords } from '../words/errors.ts';
import { partWords } from '../words/parts.ts';
import { safetyWords } from '../words/safety.ts';
import { say, sayIn } from '../words/say.ts';
import { Choice } from './choice.tsx';
import type { InRoom } from './room.tsx';

/** Five plain reasons; the receipt comes at once. */
export function ReportMessage({ app, room, seq, onClose }: InRoom & { seq: number; onClose: () => void }) {
  const t = sayIn(app.lang, safetyWords);
  return (
    <Report
      app={app}
      title={t('reportTitle')}
      options={REPORT_REASONS.map((value) => ({ value, label: t(value) }))}
      send={(reason) => reportMessage(app, room, { seq, reason })}
      onClose={onClose}
    />
  );
}

/** About a volunteer; leads who are not involved look at it. */
export function ReportVolunteer(props: InRoom & { staffMember: string; onClose: () => void }) {
  const { app, room, staffMember, onClose } = props;
  const t = sayIn(app.lang, safetyWords);
  return (
    <Report
      app={app}
      title={t('reportVolunteerTitle')}
      options={VOLUNTEER_REPORT_REASONS.map((value) => ({ value, label: t(`v_${value}`) }))}
      send={(reason) => reportVolunteer(app, room, { staffMember, reason })}
      onClose={onClose}
    />
  );
}

interface Props<V extends string> {
  app: InRoom['app'];
  title: string;
  options: readonly { value: V; label: string }[];
  send: (reason: V) => Promise<Reply<unknown>>;
  onClose: () => void;
}

function Report<V extends string>({ app, title, options, send, onClose }: Props<V>) {
  const told = useSignal<string | null>(null);
  const choose = async (reason: V) => {
    const reply = await send(reason);
    told.value = reply.ok ? say(app.lang, safetyWords, 'reportThanks') : say(app.lang, errorWords, reply.code);
  };
  return (
    <div class="report">
      <p role="status">{told.value}</p>
      {told.value === null && (
        <Choice
          title={title}
          options={options}
          cancel={say(app.lang, partWords, 'cancel')}
          onChoose={(reason) => void choose(reason)}
          onCancel={onClose}
        />
      )}
    </div>
  );
}
