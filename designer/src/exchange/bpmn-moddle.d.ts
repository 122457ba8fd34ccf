/** What we use of bpmn-moddle, whose package declares no types for its door. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly id?: string;
    // biome-ignore lint/suspicious/noExplicitAny: an element's properties come from BPMN's schema.
    [property: string]: any;
  }
  export class BpmnModdle {
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(
      element: ModdleElement,
      options: { readonly format: boolean },
    ): Promise<{ readonly xml: string }>;
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly elementsById: Readonly<Record<string, ModdleElement>>;
      readonly warnings: readonly unknown[];
    }>;
  }
}
