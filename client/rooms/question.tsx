import { useLayoutEffect, useRef } from 'preact/hooks';
import { MASK } from '../../shared/entries.ts';
import type { Lang } from '../../shared/languages.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { questionWords } from '../words/question.ts';
import { sayIn } from '../words/say.ts';

/** What a text holds by which its writer could be known; a key of `questionWords`. */
export type Kind = Exclude<keyof typeof questionWords.kk, 'why' | 'seen' | 'covered' | 'send' | 'change' | 'danger'>;

interface Props {
  lang: Lang;
  kind: Kind;
  masked: string;
  /** Send the masked text? Escape means no. */
  onAnswer: (send: boolean) => void;
}

/**
 * The question before a message is sent. The focus begins at its title, so that a second Enter answers nothing that was not
 * read; it goes back to where it was when the question is gone.
 */
export function Question({ lang, kind, masked, onAnswer }: Props) {
  const t = sayIn(lang, questionWords);
  const box = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    box.current?.showModal();
    title.current?.focus();
  }, []);
  const answer = (send: boolean) => {
    box.current?.close();
    onAnswer(send);
  };
  return (
    <dialog
      ref={box}
      class="dialog question stack"
      aria-labelledby="question-title"
      aria-describedby="question-text"
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <h2 id="question-title" tabIndex={-1} ref={title}>
        {t(kind)}
      </h2>
      <div id="question-text" class="stack tight">
        <p>{t('why')}</p>
        <p class="small soft">{t('seen')}</p>
        <p class="bubble bubble-own bubble-text">
          <Masked text={masked} covered={t('covered')} />
        </p>
      </div>
      <p class="row">
        <Button look="primary" wide onClick={() => answer(true)}>
          {t('send')}
        </Button>
        <Button wide onClick={() => answer(false)}>
          {t('change')}
        </Button>
      </p>
      {(kind === 'address' || kind === 'several') && (
        <div class="row apart question-help">
          <p class="small">{t('danger')}</p>
          <p class="row">
            <LinkButton href="tel:103">103</LinkButton>
            <LinkButton href="tel:112">112</LinkButton>
          </p>
        </div>
      )}
    </dialog>
  );
}

/** Each mask looks like what it is and is read as a word. */
function Masked({ text, covered }: { text: string; covered: string }) {
  return (
    <>
      {text.split(MASK).map((piece, at) => (
        <>
          {at > 0 && (
            <span class="mask">
              <span aria-hidden="true">{MASK}</span>
              <span class="visually-hidden">{covered}</span>
            </span>
          )}
          {piece}
        </>
      ))}
    </>
  );
}
