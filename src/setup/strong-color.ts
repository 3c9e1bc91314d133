import { contrastRatio } from '../styles/contrast.ts';
import { mixed } from '../styles/derive.ts';

const STEP = 1 / 64;

/**
 * The colour nearest to `front` that can be read upon `back`: as little of black or of white in it as gives the contrast. Six-digit hex
 * colours; `least` as WCAG counts, at most 4.5 of its 21, so that one of the two always does.
 */
export function strongColor(front: string, back: string, least: number): string {
  const isDark = contrastRatio(back, '#ffffff') > contrastRatio(back, '#000000');
  for (const end of isDark ? ['#ffffff', '#000000'] : ['#000000', '#ffffff'])
    for (let share = 0; share <= 1; share += STEP) {
      const tried = mixed(front, end, share);
      if (contrastRatio(tried, back) >= least) return tried;
    }
  return isDark ? '#ffffff' : '#000000';
}
