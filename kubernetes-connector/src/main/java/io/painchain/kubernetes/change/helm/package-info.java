/** Releases of Helm, from the Secrets that it keeps. */
package io.painchain.kubernetes.change.helm;
