import { useMemo } from 'preact/hooks';
import { Skeleton } from '../../parts/skeleton.tsx';
import type { Desk } from '../desk-state.ts';
import { Calls } from './calls.tsx';
import { Editor } from './editor.tsx';
import { Entries } from './entries.tsx';
import { Repairs } from './repairs.tsx';
import { createState, readAll } from './state.ts';
import { Suggestions } from './suggestions.tsx';

/** What waits for an editor first, then whom to call, then every entry; an open entry takes their place. */
export function Panel({ desk }: { desk: Desk }) {
  const state = useMemo(() => {
    const made = createState(desk);
    void readAll(made);
    return made;
  }, [desk]);
  const data = state.data.value;
  const open = state.open.value;
  if (!data) return <Skeleton lang={desk.app.lang} rows={6} />;
  if (open) return <Editor key={'id' in open ? open.id : 'new'} state={state} open={open} />;
  return (
    <div class="stack loose">
      {data.mayEdit && <Repairs state={state} cards={data.repairs} />}
      {data.mayEdit && <Suggestions state={state} cards={data.suggestions} />}
      <Calls state={state} cards={data.calls} mayEdit={data.mayEdit} />
      {data.mayEdit && <Entries state={state} />}
    </div>
  );
}
