import { CaseList } from './cases/case-list.tsx';
import { DeskRooms } from './desk-rooms.tsx';
import type { Desk } from './desk-state.ts';
import { DutySwitch } from './duty-switch.tsx';
import { HeldList } from './held-list.tsx';
import { useDeskKeys } from './keys.tsx';

/** What waits for a person first, then duty and rooms. */
export function Work({ desk }: { desk: Desk }) {
  useDeskKeys(desk);
  const decides = desk.state.value?.me.capabilities.includes('held.decide');
  return (
    <>
      <DutySwitch desk={desk} />
      <CaseList desk={desk} />
      {decides && <HeldList desk={desk} />}
      {decides && <DeskRooms desk={desk} />}
    </>
  );
}
