/** One cluster: its watches, what is known of it, what is posted of it, and how that is reported. */
package io.painchain.kubernetes.cluster;
