import type { Command } from '../../../../platform/command-line/command.ts';
import { skillsCheck } from './skills-check.ts';
import { skillsGap } from './skills-gap.ts';
import { skillsImport } from './skills-import.ts';

export const commands: readonly Command[] = [skillsImport, skillsCheck, skillsGap];
