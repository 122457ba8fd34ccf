/** Its own declarations name their modules as only a bundler finds them. */
declare module 'bpmn-js/lib/Modeler' {
  export default class BpmnModeler {
    constructor(options: {
      readonly container: HTMLElement;
      readonly keyboard: { readonly bind: boolean };
    });
    importXML(xml: string): Promise<unknown>;
    get<Service>(name: string): Service;
  }
}
