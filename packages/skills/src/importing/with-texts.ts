import type { Framework, Role } from '../framework.ts';

/**
 * A framework with the titles, texts and levels that another copy of it has: statements from the publisher's file for
 * the structure that is here, or a translation beside the original. What only the other has is left aside.
 */
export function withTexts(framework: Framework, worded: Framework): Framework {
  const items = new Map(worded.items.map((item) => [item.id, item]));
  const roles = new Map(worded.roles.map((role) => [role.id, role]));
  const groups = new Map(worded.groups.map((group) => [group.id, group]));
  return {
    ...framework,
    items: framework.items.map((item) => {
      const { title, text, levels } = items.get(item.id) ?? {};
      return {
        ...item,
        ...(title && { title: { ...item.title, ...title } }),
        ...(text && { text: { ...item.text, ...text } }),
        ...(levels && { levels: { ...item.levels, ...levels } }),
      };
    }),
    roles: framework.roles.map((role): Role => {
      const { title, text, grades = [] } = roles.get(role.id) ?? {};
      const gradeTexts = new Map(grades.map((grade) => [grade.id, grade.text]));
      return {
        ...role,
        ...(title && { title: { ...role.title, ...title } }),
        ...(text && { text: { ...role.text, ...text } }),
        ...(role.grades && {
          grades: role.grades.map((grade) => {
            const own = gradeTexts.get(grade.id);
            return own === undefined ? grade : { ...grade, text: { ...grade.text, ...own } };
          }),
        }),
      };
    }),
    groups: framework.groups.map((group) => {
      const { text } = groups.get(group.id) ?? {};
      return text === undefined ? group : { ...group, text: { ...group.text, ...text } };
    }),
  };
}
