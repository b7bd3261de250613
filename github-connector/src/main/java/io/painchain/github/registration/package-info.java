/** Webhooks at GitHub: made, changed, pinged, removed, and compared with what arrived. */
package io.painchain.github.registration;
