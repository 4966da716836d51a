interface Point {
  latitude: number;
  longitude: number;
}

/** Makes each `data-near` button sort the cards after it by distance from this device. The place is used here and forgotten. */
export function nearFirst(): void {
  if (!('geolocation' in navigator)) return;
  for (const bar of document.querySelectorAll<HTMLElement>('[data-near]')) {
    const grid = bar.nextElementSibling;
    const say = (words: string | undefined) => bar.lastElementChild?.replaceChildren(words ?? '');
    bar.hidden = false;
    bar.querySelector('button')?.addEventListener('click', () => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          const cards = [...(grid?.querySelectorAll<HTMLElement>('[data-at]') ?? [])];
          const far = new Map(cards.map((card) => [card, distance(coords, card.dataset.at)]));
          cards.sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0));
          // What has no place (online groups) stays behind.
          grid?.prepend(...cards);
          say(bar.dataset.done);
        },
        () => say(bar.dataset.failed),
        { maximumAge: 600_000, timeout: 20_000 },
      );
    });
  }
}

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres over the sphere, to "latitude,longitude". */
function distance(from: Point, at = ''): number {
  const [lat = 0, lon = 0] = at.split(',').map(Number);
  const half = (to: number, of: number) => Math.sin(rad(to - of) / 2) ** 2;
  const part = half(lat, from.latitude) + Math.cos(rad(lat)) * Math.cos(rad(from.latitude)) * half(lon, from.longitude);
  return 12_742 * Math.asin(Math.sqrt(part));
}
