/** The steppe at dawn: the ring of a yurt's roof (*shanyrak*) rises as the sun. Decoration alone. */
export function Dawn() {
  return (
    <svg class="dawn" viewBox="0 0 720 260" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle class="dawn-glow" cx="520" cy="170" r="150" />
      <g class="dawn-sun" transform="translate(520 170)">
        <circle r="86" />
        <path d="M-86 0C-40-34 40-34 86 0M-86 0C-40 34 40 34 86 0M0-86C-34-40-34 40 0 86M0-86C34-40 34 40 0 86M-86 0H86M0-86V86" />
      </g>
      <path class="dawn-far" d="M0 178c90-34 170-30 250-8s180 26 270-4 140-24 200-10v104H0z" />
      <path class="dawn-near" d="M0 214c120-26 220-16 330 2s250 12 390-22v66H0z" />
    </svg>
  );
}
