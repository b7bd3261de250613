/** Certificates of cert-manager: issued, or not. */
package io.painchain.kubernetes.change.certificate;
