const LENGTH_MAX = 64;

/** The id that a new pathway gets from its title: «Laboratori estivi» → `laboratori-estivi`. */
export function pathwayIdOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, LENGTH_MAX)
    .replace(/-+$/, '');
  return plain || 'pathway';
}
