export type Density = 'comfortable' | 'compact';
const KEY = 'parvis-density';

export const readDensity = (): Density => (localStorage.getItem(KEY) === 'compact' ? 'compact' : 'comfortable');

export const applyDensity = (density: Density): void => {
  localStorage.setItem(KEY, density);
  document.documentElement.dataset.density = density;
};
