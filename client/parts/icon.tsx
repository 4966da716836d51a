const PATHS = {
  phone: 'M6 3h3l2 5-2.500 1.500a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3',
  talk: 'M4 5h16v11H11l-4.500 4v-4H4zM8 9h8M8 12.500h5',
  book: 'M4 5c3-1.200 6-.800 8 1 2-1.800 5-2.200 8-1v14c-3-1.200-6-.800-8 1-2-1.800-5-2.200-8-1zM12 6v14',
  help: 'M12 21s-8-4.800-8-11a4.500 4.500 0 0 1 8-2.800A4.500 4.500 0 0 1 20 10c0 6.200-8 11-8 11',
  exit: 'M14 4h5v16h-5M4 12h11M11 8l4 4-4 4',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13M15.500 15.500 21 21',
  pin: 'M12 21s-7-6.500-7-11.500a7 7 0 0 1 14 0C19 14.500 12 21 12 21M12 7a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5',
  clock: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M12 8v4.500l3 2',
  people:
    'M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7M2.500 20c.500-4 3-6 6.500-6s6 2 6.500 6M16 5.500a3.200 3.200 0 0 1 0 6M17.500 14.500c2.300.800 3.700 2.600 4 5.500',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.500 20.500c.600-4.300 3.400-6.500 7.500-6.500s6.900 2.200 7.500 6.500',
  send: 'M4 12 20 4l-5 16-3.500-6.500zM11.500 13.500 20 4',
  close: 'M5 5l14 14M19 5 5 19',
  back: 'M20 12H5M11 6l-6 6 6 6',
  next: 'M4 12h15M13 6l6 6-6 6',
  down: 'M5 9l7 7 7-7',
  check: 'M4 12.500 9.500 18 20 6.500',
  shield: 'M12 3l8 3v6c0 4.500-3.200 7.700-8 9-4.800-1.300-8-4.500-8-9V6zM8.500 12l2.500 2.500 4.500-5',
  pause: 'M8 5v14M16 5v14',
  info: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M12 11v5.500M12 7.500v.100',
  remove: 'M4 7h16M9 7V4h6v3M6.500 7l1 13h9l1-13',
  sprout:
    'M12 21V10M12 14c-4.500 0-6.500-2.500-6.500-6.500C10 7.500 12 10 12 14M12 11c0-4 2-6.500 6.500-6.500C18.500 8.500 16.500 11 12 11',
  alike:
    'M9 6.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11M15 6.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11',
  mountain: 'M2.500 19 9 7l4 7 2.500-4 6 9z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  reply: 'M9 6l-5 5 5 5M4 11h9c4 0 7 2.500 7 8',
} as const;
export type IconName = keyof typeof PATHS;

/** A small line drawing beside words, never instead of them: it is hidden from assistive technology. */
export function Icon({ name, size = 22 }: { name: IconName; size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" class="icon">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
