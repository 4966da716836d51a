import encodeQR from 'qr';

/** A square code that leads a phone's camera to `text` (an address); drawn here, nothing is asked of anybody. */
export function Qr({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path class="qr-ground" d={`M0 0h${rows.length}v${rows.length}H0z`} />
      <path class="qr-dark" d={path} />
    </svg>
  );
}
