/** A pathway told by what its things are called, so that two drawings of it can be compared. */
import type { Field, ObjectSchema, PathwayDocument } from '@percorso/engine';
import { type Labels, labelsOf } from './labels.ts';
import { machineTold } from './machine-told.ts';

/**
 * The pathway with labels in place of names, conditions written out where they are asked, and each
 * thing as it means the same: one record of what is recorded one after the other, ways in lists.
 */
export function told(document: PathwayDocument) {
  const { title, summary, subject, participant, data, stages } = document;
  const labels = labelsOf(document);
  return {
    title,
    summary,
    subject,
    participant,
    stages: stages.map(({ label, colour }) => ({ label, colour })),
    machine: machineTold(document, labels),
    steps: stepsTold(document, labels),
    facts: schemaTold(data),
    forms: Object.fromEntries(
      Object.values(document.forms).map((form) => [form.label?.it, schemaTold(form)]),
    ),
    actions: actionsTold(document, labels),
    messages: Object.fromEntries(
      Object.values(document.messages).map((message) => [message.subject.it, message]),
    ),
  };
}

function stepsTold({ steps }: PathwayDocument, labels: Labels) {
  return Object.fromEntries(
    Object.entries(steps).map(([key, { at: _place, stage, ...is }]) => [
      labels.step(key),
      { ...is, stage: stage && labels.stage(stage) },
    ]),
  );
}

function actionsTold({ actions }: PathwayDocument, labels: Labels) {
  return Object.fromEntries(
    Object.values(actions).map(({ form, roles, ...is }) => [
      is.label.it,
      { ...is, form: form && labels.form(form), roles: [...roles].sort() },
    ]),
  );
}

function schemaTold({ label, properties, required }: ObjectSchema) {
  const fields = Object.entries(properties).map(([name, field]) => ({
    ...fieldTold(field),
    isRequired: required?.includes(name) ?? false,
  }));
  return { label, fields };
}

/** An attendance is always a percentage: a document may say so once more. */
function fieldTold({ type, unit, oneOf, items, ...field }: Field) {
  const isAttendance = field.format === 'attendance';
  const choices = (oneOf ?? items?.oneOf)?.map((option) => option.label);
  return {
    ...field,
    ...(!isAttendance && { type, unit }),
    ...(choices && { choices }),
  };
}
