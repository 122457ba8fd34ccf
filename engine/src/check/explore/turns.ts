/**
 * Regions that know nothing of each other (`independentGroups`) need not be explored in every
 * order: one group moves while the others rest. The product of all that each may do is not built,
 * and nothing is missed; docs/checks/README.md says why.
 */

import type { Chart, ChartNode } from '../chart/chart.ts';
import type { Configuration } from '../chart/configuration.ts';
import type { Happening } from '../chart/react.ts';
import type { FactSpace } from '../facts/fact-space.ts';
import { independentGroups, type Reads } from './independent-regions.ts';
import { LocalCourse, type LocalPlace } from './local-course.ts';

interface Present {
  readonly course: LocalCourse;
  readonly place: LocalPlace | undefined;
}

export class Turns {
  private readonly courses: readonly LocalCourse[];

  /** `isSought`: a check asks whether one can come to this step. */
  constructor(
    chart: Chart,
    space: FactSpace,
    reads: Reads,
    isSought: (step: ChartNode) => boolean,
  ) {
    const groups = independentGroups(chart, space, reads);
    this.courses = groups.map((group) => new LocalCourse(chart, group, isSought));
  }

  /** Of what may happen, what is to be looked at. */
  among(happenings: readonly Happening[], configuration: Configuration): readonly Happening[] {
    const there = this.presentIn(configuration);
    if (there.length < 2) return happenings;
    const movers = moversAmong(there);
    return happenings.filter((happening) => {
      const owner = there.find(({ course }) => course.owns(happening));
      return !owner || movers.includes(owner);
    });
  }

  /** Whether every group rests: only there is anything told of. */
  isAtRest(configuration: Configuration): boolean {
    return this.presentIn(configuration).every(({ place }) => !place?.isUnderWay);
  }

  private presentIn(configuration: Configuration): Present[] {
    if (configuration.isDone) return [];
    return this.courses
      .filter(({ group }) => configuration.present.has(group.parallel))
      .map((course) => ({ course, place: course.placeIn(configuration) }));
  }
}

/**
 * Whoever is under way; where nobody is, all. Of straight groups any may begin; once one has, they
 * go to their ends in the order of the document: which of them are at an end makes no difference
 * to anything else until all are.
 */
function moversAmong(there: readonly Present[]): readonly Present[] {
  const underWay = there.filter(({ place }) => place?.isUnderWay);
  if (underWay.length > 0) return underWay.length === 1 ? underWay : there;
  const straight = there.filter(({ course, place }) => course.isStraight && place !== undefined);
  if (straight.every(({ place }) => place?.isBeginning)) return there;
  const next = straight.find(({ place }) => !place?.isComplete);
  return there.filter((one) => one === next || !straight.includes(one));
}
