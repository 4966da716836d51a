/** Data for a script: a block the browser never runs, so the content security policy allows it. */
export function Data({ id, type = 'application/json', value }: { id?: string; type?: string; value: unknown }) {
  const json = JSON.stringify(value).replace(/</g, '\\u003c');
  // With `<` escaped the text cannot leave its element.
  return <script id={id} type={type} dangerouslySetInnerHTML={{ __html: json }} />;
}
