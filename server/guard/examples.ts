/** The labelled examples of this folder: `= label+label family-name` begins a family (`~` at its end: disguised). */
import { readdirSync, readFileSync } from 'node:fs';
import type { GuardLabel } from '../ports/guard.ts';

export interface Example {
  text: string;
  lang: string;
  /** Empty for `ok`. */
  labels: GuardLabel[];
  obfuscated: boolean;
  /** Phrasings of one kind; never split between learning and checking. */
  family: string;
}

const FOLDER = new URL('./examples/', import.meta.url);

function parse(name: string, content: string): Example[] {
  const own = /^(?:w-)?(kk|ru|en|mix)\b/.exec(name)?.[1] ?? 'mix';
  let lang = own;
  const examples: Example[] = [];
  let labels: GuardLabel[] = [];
  let family = '';
  let obfuscated = false;
  for (const line of content.split('\n')) {
    if (line.startsWith('= ')) {
      const [names = '', title = '', mark] = line.slice(2).split(' ');
      labels = names.split('+').filter((label) => label !== 'ok') as GuardLabel[];
      // A family named "ru-..." in a file of several languages says its own.
      lang = /^(kk|ru|en|mix)-/.exec(title)?.[1] ?? own;
      family = `${lang} ${names} ${title}`;
      obfuscated = mark === '~';
    } else if (line !== '') examples.push({ text: line.replaceAll('\\n', '\n'), lang, labels, obfuscated, family });
  }
  return examples;
}

/** Every example of a folder (this one's without), in the order of the files; what two writers wrote alike once. */
export function readExamples(folder = FOLDER): Example[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const examples = names.sort().flatMap((name) => parse(name, readFileSync(new URL(name, folder), 'utf8')));
  const known = new Set<string>();
  return examples.filter(({ text }) => !known.has(text) && known.add(text));
}
