/** The mark: the roof of a yurt on a post, and the prop (*tirek*) that leans against it. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" class="mark">
      <g fill="none" stroke="currentColor" stroke-width="2.8" stroke-linecap="round" stroke-linejoin="round">
        <path d="M4 14.5C6.200 7.500 10.500 4 16 4s9.800 3.500 12 10.500z" />
        <path d="M16 14.500V28" />
        <path class="mark-prop" d="M25.500 28 17.500 18" />
      </g>
    </svg>
  );
}
