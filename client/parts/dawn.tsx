/** The steppe at dawn: the ring of a yurt's roof (*shanyrak*) rises as the sun. Decoration alone. */
export function Dawn() {
  return (
    <svg class="dawn" viewBox="0 0 1440 420" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
      <circle class="dawn-glow" cx="1150" cy="300" r="250" />
      <circle class="dawn-glow" cx="1150" cy="300" r="185" />
      <g class="dawn-sun" transform="translate(1150 300)">
        <circle r="122" />
        <circle r="96" />
        <path
          d="M-92-26C-34 6 34 6 92-26M-96 0C-36 32 36 32 96 0M-92 26C-34 58 34 58 92 26"
          transform="translate(0 -18)"
        />
        <path
          d="M-92-26C-34 6 34 6 92-26M-96 0C-36 32 36 32 96 0M-92 26C-34 58 34 58 92 26"
          transform="rotate(90) translate(0 -18)"
        />
      </g>
      <path class="dawn-far" d="M0 330c150-40 330-44 520-14s330 34 500-2 290-52 420-30v136H0z" />
      <path class="dawn-mid" d="M0 372c210-44 420-30 640-6s420 22 800-38v92H0z" />
      <path
        class="dawn-grass"
        d="M930 372c0-14-3-24-9-32M930 372c1-16 6-26 12-32M930 372c0-10 0-20 1-30M1290 352c0-14-3-24-9-32M1290 352c1-16 6-26 12-32M1290 352c0-10 0-20 1-30M1345 346c0-9-2-15-6-20M1345 346c1-10 4-16 8-20"
      />
      <path class="dawn-near" d="M0 404c260-30 480-16 720-4s460 6 720-26v46H0z" />
    </svg>
  );
}
