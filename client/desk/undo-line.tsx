import { useEffect, useRef } from 'preact/hooks';
import { LIMITS } from '../../shared/limits.ts';
import { Button } from '../parts/button.tsx';
import { Toast } from '../parts/toast.tsx';
import { caseWords } from '../words/cases.ts';
import { say } from '../words/say.ts';
import type { Desk } from './desk-state.ts';
import { undo } from './done.ts';

/** What was just done, and the way to take it back. It stays while somebody points at it or stands on it (WCAG 2.2.1). */
export function UndoLine({ desk }: { desk: Desk }) {
  const box = useRef<HTMLDivElement>(null);
  const last = desk.done.value;
  useEffect(() => {
    if (!last) return;
    const end = () => {
      if (box.current?.matches(':hover, :focus-within')) timer = setTimeout(end, 1000);
      else if (desk.done.value === last) desk.done.value = null;
    };
    let timer = setTimeout(end, LIMITS.undo);
    return () => clearTimeout(timer);
  }, [last]);
  return (
    <div ref={box}>
      <Toast>
        {last && (
          <>
            <span>{last.text}</span>
            {last.back && (
              <Button look="quiet" onClick={() => void undo(desk)}>
                {say(desk.app.lang, caseWords, 'undo')}
              </Button>
            )}
          </>
        )}
      </Toast>
    </div>
  );
}
