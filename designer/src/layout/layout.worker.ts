/** ELK answers the messages of its own API (`elk-api`) by itself once it is loaded in a worker. */
import 'elkjs/lib/elk-worker.min.js';
