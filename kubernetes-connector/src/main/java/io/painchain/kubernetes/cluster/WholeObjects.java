package io.painchain.kubernetes.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.kubernetes.api.JsonTree;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.api.StreamHandler;

/** Reads single objects of which only the metadata is watched, one after the other. Used in the cluster's lane. */
final class WholeObjects {

    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int MOST_WAITING = 2_000;

    private record Wanted(String path, Consumer<JsonNode> then) {
    }

    private final KubernetesApi api;
    private final Queue<Wanted> wanted = new ArrayDeque<>();
    private boolean underWay;

    WholeObjects(KubernetesApi api) {
        this.api = api;
    }

    /** @param then is not called where the object cannot be read */
    void read(String path, Consumer<JsonNode> then) {
        if (wanted.size() < MOST_WAITING) {
            wanted.add(new Wanted(path, then));
            next();
        }
    }

    private void next() {
        if (!underWay && !wanted.isEmpty()) {
            underWay = true;
            Wanted one = wanted.poll();
            api.open(one.path(), KubernetesApi.OBJECTS, new Reading(one));
        }
    }

    private final class Reading implements StreamHandler {

        private final Wanted one;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int status;

        Reading(Wanted one) {
            this.one = one;
        }

        @Override
        public void began(Head head) {
            status = head.status();
        }

        @Override
        public void data(List<ByteBuffer> buffers) throws IOException {
            for (ByteBuffer buffer : buffers) {
                if (bytes.size() + buffer.remaining() > LARGEST) {
                    throw new IOException("too large");
                }
                byte[] chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                bytes.write(chunk, 0, chunk.length);
            }
        }

        @Override
        public void ended(Throwable failure) {
            underWay = false;
            if (failure == null && status == 200) {
                JsonNode object = parsed();
                if (object != null) {
                    one.then().accept(object);
                }
            }
            next();
        }

        private JsonNode parsed() {
            try {
                return JsonTree.read(bytes.toByteArray());
            } catch (IOException e) {
                return null;
            }
        }
    }
}
