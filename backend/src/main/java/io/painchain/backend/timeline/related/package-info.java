/** Events that share correlation keys with one. Only reads. */
package io.painchain.backend.timeline.related;
