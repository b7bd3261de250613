package io.painchain.backend.webhook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Bodies as they are stored: compressed here, as the database would do it worse and while others wait. */
public final class StoredBody {

    private StoredBody() {
    }

    public static byte[] pack(byte[] body) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        var packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (var output = new DeflaterOutputStream(packed, deflater)) {
            output.write(body);
        } catch (IOException e) {
            throw new IllegalStateException("Memory can be written to", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    public static byte[] unpack(byte[] packed) {
        try (var input = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("A stored body cannot be read", e);
        }
    }
}
