/** Operations of Argo CD and Flux. */
package io.painchain.kubernetes.change.gitops;
