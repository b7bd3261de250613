/** Objects of which each change of a field is one event: configuration, network, access, the platform itself. */
package io.painchain.kubernetes.change.plain;
