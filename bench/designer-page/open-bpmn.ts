import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import BpmnModeler from 'bpmn-js/lib/Modeler';

interface Canvas {
  zoom(to: 'fit-viewport'): void;
}

/** The whole diagram in view, as the designer opens one. */
export async function openBpmn(root: HTMLElement, xml: string): Promise<void> {
  const modeler = new BpmnModeler({ container: root, keyboard: { bind: true } });
  await modeler.importXML(xml);
  modeler.get<Canvas>('canvas').zoom('fit-viewport');
}
