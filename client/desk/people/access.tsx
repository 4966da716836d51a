import { useSignal } from '@preact/signals';
import { ROLES, type StaffRole } from '../../../shared/capabilities.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/field.tsx';
import { peopleWords } from '../../words/people.ts';
import { sayIn } from '../../words/say.ts';
import { Confirm } from '../confirm.tsx';
import { during } from './people-state.ts';
import type { OfPerson } from './person.tsx';

const STAFF_ROLES = ROLES.filter((role): role is StaffRole => role !== 'guest');

/** Role, sessions, and leaving the team. */
export function Access({ people, card }: OfPerson) {
  const { lang, connection } = people.desk.app;
  const t = sayIn(lang, peopleWords);
  const role = useSignal<StaffRole>(card.role);
  const { id: staff, name } = card;
  return (
    <section class="stack tight" aria-labelledby={`access-${staff}`}>
      <h4 id={`access-${staff}`}>{t('access')}</h4>
      <form
        class="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          if (role.value === card.role) return;
          const ask = () => connection.ask('staff:role', { staff, role: role.value });
          void during(people, ask, { done: 'roleSet', name });
        }}
      >
        <Select
          id={`role-${staff}`}
          label={t('role')}
          hint={t('roleNote')}
          value={role.value}
          onChange={(event) => {
            role.value = (event.currentTarget as HTMLSelectElement).value as StaffRole;
          }}
        >
          {STAFF_ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`role_${one}`)}
            </option>
          ))}
        </Select>
        <Button type="submit" aria-disabled={people.busy.value || role.value === card.role}>
          {t('setRole')}
        </Button>
      </form>
      <div class="row">
        <Confirm
          act={t('signOut')}
          ask={t('signOutAsk')}
          no={t('no')}
          icon="exit"
          busy={people.busy.value}
          onYes={() =>
            void during(people, () => connection.ask('staff:sign-out', { staff }), { done: 'signedOut', name })
          }
        />
        <Confirm
          act={t('remove')}
          ask={t('removeAsk')}
          no={t('no')}
          icon="remove"
          busy={people.busy.value}
          onYes={() =>
            void during(people, () => connection.ask('staff:remove', { staff }), {
              done: 'removed',
              name,
              leaves: true,
            })
          }
        />
      </div>
    </section>
  );
}
