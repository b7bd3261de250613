/** Changes of events as a stream (SSE), in the order of their transactions. Only reads. */
package io.painchain.backend.timeline.stream;
