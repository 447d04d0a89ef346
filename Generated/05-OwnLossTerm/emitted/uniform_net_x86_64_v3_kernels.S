/* The kernels of uniform_net for x86-64-v3. Written by invar emit 0.1.0 with LLVM 14.0.6; what
   calls them is uniform_net_x86_64_v3.c. */
#if defined(__x86_64__) && defined(__ELF__)
	.text
	.file	"kernels"
	.hidden	uniform_net_x86_64_v3_k0
	.globl	uniform_net_x86_64_v3_k0
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k0,@function
uniform_net_x86_64_v3_k0:
	leaq	(%rsi,%rsi,8), %rax
	shlq	$6, %rsi
	movq	%rsi, %rcx
	andq	$-128, %rcx
	addq	(%rdi), %rcx
	andl	$64, %esi
	addq	%rcx, %rsi
	shlq	$6, %rax
	addq	8(%rdi), %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB0_1:
	movq	%rcx, %rdx
	shlq	$7, %rdx
	movq	%rcx, %rdi
	shlq	$6, %rdi
	vmovups	(%rsi,%rdx), %ymm0
	vmovups	%ymm0, (%rax,%rdi)
	vmovups	32(%rsi,%rdx), %ymm0
	vmovups	%ymm0, 32(%rax,%rdi)
	leaq	1(%rcx), %rdx
	cmpq	$8, %rcx
	movq	%rdx, %rcx
	jb	.LBB0_1
	vzeroupper
	retq
.Lfunc_end0:
	.size	uniform_net_x86_64_v3_k0, .Lfunc_end0-uniform_net_x86_64_v3_k0

	.hidden	uniform_net_x86_64_v3_k1
	.globl	uniform_net_x86_64_v3_k1
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k1,@function
uniform_net_x86_64_v3_k1:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$24, %rsp
	movq	(%rdi), %r10
	leaq	(%rdx,%rdx,8), %r14
	shlq	$7, %r14
	addq	24(%rdi), %r14
	movq	16(%rdi), %r15
	movl	%esi, %r8d
	andl	$1, %r8d
	movl	%esi, %r9d
	shrl	%r9d
	andl	$3, %r9d
	shrq	$3, %rsi
	leaq	(%r8,%rsi,2), %rcx
	leaq	(%rcx,%rcx,8), %r12
	shlq	$6, %r12
	addq	8(%rdi), %r12
	movq	%r9, %rcx
	notq	%rcx
	leaq	(%rcx,%r9,8), %rsi
	xorl	%ebx, %ebx
	vpcmpeqd	%xmm0, %xmm0, %xmm0
	vmovdqa	%xmm0, %xmm0
	xorl	%edi, %edi
	jmp	.LBB1_1
	.p2align	4, 0x90
.LBB1_4:
	leaq	1(%rdi), %rcx
	cmpq	$8, %rdi
	movq	%rcx, %rdi
	jae	.LBB1_5
.LBB1_1:
	imulq	$120, %rdi, %rbp
	addq	%r14, %rbp
	leaq	(%rsi,%rdi), %rcx
	cmpq	$27, %rcx
	ja	.LBB1_2
	movl	$0, (%rbp)
	movl	$0, 116(%rbp)
	addq	$4, %rbp
	imulq	$112, %rcx, %rcx
	addq	%r10, %rcx
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB1_11:
	vmovups	(%rcx,%rdx,4), %ymm1
	vmovups	%ymm1, (%rbp,%rdx,4)
	leaq	8(%rdx), %rax
	cmpq	$16, %rdx
	movq	%rax, %rdx
	jb	.LBB1_11
	vmaskmovps	96(%rcx), %ymm0, %ymm1
	vmaskmovps	%ymm1, %ymm0, 96(%rbp)
	jmp	.LBB1_4
	.p2align	4, 0x90
.LBB1_2:
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB1_3:
	movl	$0, (%rbp,%rcx,4)
	leaq	1(%rcx), %rax
	cmpq	$29, %rcx
	movq	%rax, %rcx
	jb	.LBB1_3
	jmp	.LBB1_4
.LBB1_5:
	leaq	576(%r12), %rax
	movq	%rax, 16(%rsp)
	shlq	$6, %r8
	imulq	$25088, %r9, %rax
	orq	%r8, %rax
	addq	%rax, %r15
	leaq	table(%rip), %rbp
	xorl	%r13d, %r13d
	.p2align	4, 0x90
.LBB1_6:
	movq	%rbx, %rax
	shlq	$6, %rax
	prefetcht1	576(%r12,%rax)
	leaq	(%rbx,%rbx,2), %rcx
	movq	%rcx, %rdx
	shlq	$8, %rdx
	addq	%r15, %rdx
	shlq	$4, %rcx
	addq	%rbp, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$3, %r9d
	movq	%r14, %rdi
	movq	%r12, %rsi
	vzeroupper
	callq	micro.6x16.at.c32.k1.s30.w16
	leaq	1(%rbx), %rax
	cmpq	$30, %rbx
	movq	%rax, %rbx
	jb	.LBB1_6
	movq	16(%rsp), %rbx
	.p2align	4, 0x90
.LBB1_8:
	leaq	(,%r13,4), %rax
	addq	%r13, %rax
	leaq	186(,%r13,4), %rdx
	addq	%r13, %rdx
	movq	%r13, %rcx
	shlq	$6, %rcx
	prefetcht1	1984(%rcx,%rbx)
	shlq	$7, %rdx
	addq	%r15, %rdx
	leaq	1488(,%rax,8), %rcx
	addq	%rbp, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$3, %r9d
	movq	%r14, %rdi
	movq	%r12, %rsi
	callq	micro.5x16.at.c32.k1.s30.w16
	leaq	1(%r13), %rax
	testq	%r13, %r13
	movq	%rax, %r13
	je	.LBB1_8
	addq	$24, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.Lfunc_end1:
	.size	uniform_net_x86_64_v3_k1, .Lfunc_end1-uniform_net_x86_64_v3_k1

	.p2align	4, 0x90
	.type	micro.6x16.at.c32.k1.s30.w16,@function
micro.6x16.at.c32.k1.s30.w16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %rax
	movq	8(%rcx), %rbx
	movq	16(%rcx), %r12
	movq	24(%rcx), %rbp
	movq	32(%rcx), %r14
	movq	40(%rcx), %r15
	cmpq	$0, 56(%rsp)
	je	.LBB2_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	128(%rdx), %ymm2
	vmovups	160(%rdx), %ymm3
	vmovups	256(%rdx), %ymm4
	vmovups	288(%rdx), %ymm5
	vmovups	384(%rdx), %ymm6
	vmovups	416(%rdx), %ymm7
	vmovups	512(%rdx), %ymm8
	vmovups	544(%rdx), %ymm9
	vmovups	640(%rdx), %ymm10
	vmovups	672(%rdx), %ymm11
	testq	%r8, %r8
	jg	.LBB2_4
	jmp	.LBB2_10
.LBB2_2:
	leaq	128(%rdx), %rcx
	movq	%rbx, -8(%rsp)
	movq	%rax, %rbx
	leaq	256(%rdx), %rax
	movq	%r12, %r11
	movq	%r14, %r12
	leaq	384(%rdx), %r14
	movq	%r15, %r13
	leaq	512(%rdx), %r15
	leaq	640(%rdx), %r10
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	movq	%rbx, %rax
	movq	-8(%rsp), %rbx
	prefetcht1	(%r14)
	movq	%r12, %r14
	movq	%r11, %r12
	prefetcht1	(%r15)
	movq	%r13, %r15
	prefetcht1	(%r10)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	testq	%r8, %r8
	jle	.LBB2_10
.LBB2_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB2_5
	.p2align	4, 0x90
.LBB2_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB2_10
.LBB2_5:
	movq	%r15, %r12
	shlq	$5, %r12
	subq	%r15, %r12
	subq	%r15, %r12
	testq	%r14, %r14
	jle	.LBB2_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB2_7:
	leaq	(%r12,%rax), %rbp
	vbroadcastss	(%r10,%rbp,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	4(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	4(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	4(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	4(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	8(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	8(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	8(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	8(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	8(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	12(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	12(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	12(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	12(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	12(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r14, %rax
	jl	.LBB2_7
.LBB2_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB2_9
	.p2align	4, 0x90
.LBB2_11:
	leaq	(%r12,%rax), %rbp
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB2_11
	jmp	.LBB2_9
.LBB2_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 128(%rdx)
	vmovups	%ymm3, 160(%rdx)
	vmovups	%ymm4, 256(%rdx)
	vmovups	%ymm5, 288(%rdx)
	vmovups	%ymm6, 384(%rdx)
	vmovups	%ymm7, 416(%rdx)
	vmovups	%ymm8, 512(%rdx)
	vmovups	%ymm9, 544(%rdx)
	vmovups	%ymm10, 640(%rdx)
	vmovups	%ymm11, 672(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end2:
	.size	micro.6x16.at.c32.k1.s30.w16, .Lfunc_end2-micro.6x16.at.c32.k1.s30.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c32.k1.s30.w16,@function
micro.5x16.at.c32.k1.s30.w16:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %r10
	movq	8(%rcx), %r11
	movq	16(%rcx), %r14
	movq	24(%rcx), %r15
	movq	32(%rcx), %r12
	cmpq	$0, 48(%rsp)
	je	.LBB3_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	128(%rdx), %ymm2
	vmovups	160(%rdx), %ymm3
	vmovups	256(%rdx), %ymm4
	vmovups	288(%rdx), %ymm5
	vmovups	384(%rdx), %ymm6
	vmovups	416(%rdx), %ymm7
	vmovups	512(%rdx), %ymm8
	vmovups	544(%rdx), %ymm9
	testq	%r8, %r8
	jg	.LBB3_4
	jmp	.LBB3_10
.LBB3_2:
	leaq	128(%rdx), %rcx
	leaq	256(%rdx), %rax
	leaq	384(%rdx), %rbx
	leaq	512(%rdx), %r13
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	prefetcht1	(%rbx)
	prefetcht1	(%r13)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	testq	%r8, %r8
	jle	.LBB3_10
.LBB3_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB3_5
	.p2align	4, 0x90
.LBB3_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB3_10
.LBB3_5:
	movq	%r14, %r12
	shlq	$5, %r12
	subq	%r14, %r12
	subq	%r14, %r12
	testq	%r15, %r15
	jle	.LBB3_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB3_7:
	leaq	(%r12,%rbx), %rax
	vbroadcastss	(%r10,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	4(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	4(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	4(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	8(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	8(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	8(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	12(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	12(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	12(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rbx
	cmpq	%r15, %rbx
	jl	.LBB3_7
.LBB3_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB3_9
	.p2align	4, 0x90
.LBB3_11:
	leaq	(%r12,%rax), %rbx
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%r10,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	(%r11,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	(%r13,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	(%rcx,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	(%rdi,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB3_11
	jmp	.LBB3_9
.LBB3_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 128(%rdx)
	vmovups	%ymm3, 160(%rdx)
	vmovups	%ymm4, 256(%rdx)
	vmovups	%ymm5, 288(%rdx)
	vmovups	%ymm6, 384(%rdx)
	vmovups	%ymm7, 416(%rdx)
	vmovups	%ymm8, 512(%rdx)
	vmovups	%ymm9, 544(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end3:
	.size	micro.5x16.at.c32.k1.s30.w16, .Lfunc_end3-micro.5x16.at.c32.k1.s30.w16

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI4_0:
	.long	0x3727c5ac
.LCPI4_1:
	.long	0x3f800000
	.text
	.hidden	uniform_net_x86_64_v3_k2
	.globl	uniform_net_x86_64_v3_k2
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k2,@function
uniform_net_x86_64_v3_k2:
	movq	(%rdi), %rax
	vbroadcastss	.LCPI4_0(%rip), %ymm0
	vaddps	(%rax), %ymm0, %ymm1
	vaddps	32(%rax), %ymm0, %ymm2
	vaddps	64(%rax), %ymm0, %ymm3
	vaddps	96(%rax), %ymm0, %ymm0
	vsqrtps	%ymm1, %ymm1
	vbroadcastss	.LCPI4_1(%rip), %ymm4
	vdivps	%ymm1, %ymm4, %ymm1
	vsqrtps	%ymm2, %ymm2
	movq	8(%rdi), %rax
	vdivps	%ymm2, %ymm4, %ymm2
	movq	16(%rdi), %rcx
	vsqrtps	%ymm3, %ymm3
	movq	24(%rdi), %rdx
	vdivps	%ymm3, %ymm4, %ymm3
	movq	32(%rdi), %rsi
	vsqrtps	%ymm0, %ymm0
	movq	40(%rdi), %rdi
	vdivps	%ymm0, %ymm4, %ymm0
	vmulps	(%rax), %ymm1, %ymm1
	vmulps	32(%rax), %ymm2, %ymm2
	vmulps	64(%rax), %ymm3, %ymm3
	vmulps	96(%rax), %ymm0, %ymm0
	vmulps	(%rcx), %ymm1, %ymm4
	vmulps	32(%rcx), %ymm2, %ymm5
	vmulps	64(%rcx), %ymm3, %ymm6
	vmulps	96(%rcx), %ymm0, %ymm7
	vmovups	(%rdx), %ymm8
	vsubps	%ymm4, %ymm8, %ymm4
	vmovups	32(%rdx), %ymm8
	vsubps	%ymm5, %ymm8, %ymm5
	vmovups	64(%rdx), %ymm8
	vsubps	%ymm6, %ymm8, %ymm6
	vmovups	96(%rdx), %ymm8
	vsubps	%ymm7, %ymm8, %ymm7
	vmovups	%ymm1, (%rsi)
	vmovups	%ymm2, 32(%rsi)
	vmovups	%ymm3, 64(%rsi)
	vmovups	%ymm0, 96(%rsi)
	vmovups	%ymm4, (%rdi)
	vmovups	%ymm5, 32(%rdi)
	vmovups	%ymm6, 64(%rdi)
	vmovups	%ymm7, 96(%rdi)
	vzeroupper
	retq
.Lfunc_end4:
	.size	uniform_net_x86_64_v3_k2, .Lfunc_end4-uniform_net_x86_64_v3_k2

	.hidden	uniform_net_x86_64_v3_k3
	.globl	uniform_net_x86_64_v3_k3
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k3,@function
uniform_net_x86_64_v3_k3:
	leaq	(%rsi,%rsi,8), %rax
	shlq	$6, %rsi
	movzbl	%sil, %ecx
	andq	$-256, %rsi
	addq	(%rdi), %rsi
	addq	%rsi, %rcx
	shlq	$11, %rax
	addq	8(%rdi), %rax
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB5_1:
	movq	%rdx, %rsi
	shlq	$8, %rsi
	movq	%rdx, %rdi
	shlq	$6, %rdi
	vmovups	(%rcx,%rsi), %ymm0
	vmovups	%ymm0, (%rax,%rdi)
	vmovups	32(%rcx,%rsi), %ymm0
	vmovups	%ymm0, 32(%rax,%rdi)
	leaq	1(%rdx), %rsi
	cmpq	$287, %rdx
	movq	%rsi, %rdx
	jb	.LBB5_1
	vzeroupper
	retq
.Lfunc_end5:
	.size	uniform_net_x86_64_v3_k3, .Lfunc_end5-uniform_net_x86_64_v3_k3

	.hidden	uniform_net_x86_64_v3_k4
	.globl	uniform_net_x86_64_v3_k4
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k4,@function
uniform_net_x86_64_v3_k4:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$24, %rsp
	movq	16(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	32(%rdi), %rax
	imulq	$107712, %rdx, %r14
	addq	24(%rdi), %r14
	movq	40(%rdi), %r9
	movq	48(%rdi), %r10
	movq	%rsi, 16(%rsp)
	leaq	(%rsi,%rsi,8), %r13
	shlq	$11, %r13
	addq	8(%rdi), %r13
	xorl	%ebx, %ebx
	vxorps	%xmm0, %xmm0, %xmm0
	movabsq	$1505856659078330745, %r8
	xorl	%ebp, %ebp
	jmp	.LBB6_1
	.p2align	4, 0x90
.LBB6_5:
	leaq	1(%rbp), %rcx
	cmpq	$28, %rbp
	movq	%rcx, %rbp
	jae	.LBB6_6
.LBB6_1:
	imulq	$3712, %rbp, %rdi
	addq	%r14, %rdi
	leaq	-1(%rbp), %rdx
	movl	$0, %ecx
	movl	$0, %esi
	cmpq	$28, %rdx
	jae	.LBB6_14
	.p2align	4, 0x90
.LBB6_2:
	vmovups	%ymm0, (%rdi,%rcx,4)
	leaq	8(%rcx), %rsi
	cmpq	$24, %rcx
	movq	%rsi, %rcx
	jb	.LBB6_2
	leaq	(%rdx,%rdx,8), %rcx
	leaq	(%rcx,%rcx,2), %rcx
	addq	%rdx, %rcx
	subq	$-128, %rdi
	movq	%rcx, %rdx
	shrq	$4, %rdx
	mulxq	%r8, %rdx, %rdx
	shrq	$2, %rdx
	imulq	$784, %rdx, %rdx
	subq	%rdx, %rcx
	vmovups	(%r9), %ymm1
	vmovups	32(%r9), %ymm2
	vmovups	64(%r9), %ymm3
	vmovups	96(%r9), %ymm4
	vmovups	(%r10), %ymm5
	vmovups	32(%r10), %ymm6
	vmovups	64(%r10), %ymm7
	vmovups	96(%r10), %ymm8
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB6_4:
	leaq	(%rcx,%rdx), %rsi
	shlq	$7, %rsi
	vmulps	(%rax,%rsi), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	32(%rax,%rsi), %ymm2, %ymm10
	vmulps	64(%rax,%rsi), %ymm3, %ymm11
	vaddps	%ymm6, %ymm10, %ymm10
	vaddps	%ymm7, %ymm11, %ymm11
	vmulps	96(%rax,%rsi), %ymm4, %ymm12
	vaddps	%ymm8, %ymm12, %ymm12
	vcmpnleps	%ymm0, %ymm9, %ymm13
	vandps	%ymm9, %ymm13, %ymm9
	vcmpnleps	%ymm0, %ymm10, %ymm13
	vandps	%ymm10, %ymm13, %ymm10
	vcmpnleps	%ymm0, %ymm11, %ymm13
	vandps	%ymm11, %ymm13, %ymm11
	vcmpnleps	%ymm0, %ymm12, %ymm13
	vandps	%ymm12, %ymm13, %ymm12
	movq	%rdx, %rsi
	shlq	$7, %rsi
	vmovups	%ymm9, (%rdi,%rsi)
	vmovups	%ymm10, 32(%rdi,%rsi)
	vmovups	%ymm11, 64(%rdi,%rsi)
	vmovups	%ymm12, 96(%rdi,%rsi)
	leaq	1(%rdx), %rsi
	cmpq	$27, %rdx
	movq	%rsi, %rdx
	jb	.LBB6_4
	jmp	.LBB6_5
	.p2align	4, 0x90
.LBB6_14:
	vmovups	%ymm0, (%rdi,%rsi,4)
	leaq	8(%rsi), %rcx
	cmpq	$920, %rsi
	movq	%rcx, %rsi
	jb	.LBB6_14
	jmp	.LBB6_5
.LBB6_6:
	leaq	18432(%r13), %rbp
	xorl	%r15d, %r15d
	.p2align	4, 0x90
.LBB6_7:
	leaq	(%rbx,%rbx,8), %rax
	shlq	$6, %rax
	addq	%r13, %rax
	addq	$18432, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB6_8:
	movq	%rcx, %rdx
	shlq	$9, %rdx
	prefetcht1	(%rax,%rdx)
	prefetcht1	64(%rax,%rdx)
	prefetcht1	128(%rax,%rdx)
	prefetcht1	192(%rax,%rdx)
	prefetcht1	256(%rax,%rdx)
	prefetcht1	320(%rax,%rdx)
	prefetcht1	384(%rax,%rdx)
	prefetcht1	448(%rax,%rdx)
	leaq	1(%rcx), %rdx
	testq	%rcx, %rcx
	movq	%rdx, %rcx
	je	.LBB6_8
	movq	16(%rsp), %rax
	shll	$6, %eax
	movzbl	%al, %r12d
	addq	8(%rsp), %r12
	leaq	(%rbx,%rbx,2), %rcx
	movq	%rcx, %rdx
	shlq	$9, %rdx
	addq	%r12, %rdx
	shlq	$4, %rcx
	leaq	table.1(%rip), %rax
	addq	%rax, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$96, %r9d
	movq	%r14, %rdi
	movq	%r13, %rsi
	vzeroupper
	callq	micro.6x16.at.c64.k1.s928.w16
	leaq	1(%rbx), %rax
	cmpq	$30, %rbx
	movq	%rax, %rbx
	jb	.LBB6_7
	.p2align	4, 0x90
.LBB6_10:
	leaq	(%r15,%r15,4), %rdx
	addq	$186, %rdx
	leaq	(%r15,%r15,8), %rax
	shlq	$6, %rax
	addq	%rbp, %rax
	addq	$17856, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB6_11:
	movq	%rcx, %rsi
	shlq	$9, %rsi
	prefetcht1	(%rax,%rsi)
	prefetcht1	64(%rax,%rsi)
	prefetcht1	128(%rax,%rsi)
	prefetcht1	192(%rax,%rsi)
	prefetcht1	256(%rax,%rsi)
	prefetcht1	320(%rax,%rsi)
	prefetcht1	384(%rax,%rsi)
	prefetcht1	448(%rax,%rsi)
	leaq	1(%rcx), %rsi
	testq	%rcx, %rcx
	movq	%rsi, %rcx
	je	.LBB6_11
	leaq	table.1(%rip), %rax
	leaq	(%rax,%rdx,8), %rcx
	shlq	$8, %rdx
	addq	%r12, %rdx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$96, %r9d
	movq	%r14, %rdi
	movq	%r13, %rsi
	callq	micro.5x16.at.c64.k1.s928.w16
	leaq	1(%r15), %rax
	testq	%r15, %r15
	movq	%rax, %r15
	je	.LBB6_10
	addq	$24, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	retq
.Lfunc_end6:
	.size	uniform_net_x86_64_v3_k4, .Lfunc_end6-uniform_net_x86_64_v3_k4

	.p2align	4, 0x90
	.type	micro.6x16.at.c64.k1.s928.w16,@function
micro.6x16.at.c64.k1.s928.w16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %rax
	movq	8(%rcx), %rbx
	movq	16(%rcx), %r12
	movq	24(%rcx), %rbp
	movq	32(%rcx), %r14
	movq	40(%rcx), %r15
	cmpq	$0, 56(%rsp)
	je	.LBB7_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	256(%rdx), %ymm2
	vmovups	288(%rdx), %ymm3
	vmovups	512(%rdx), %ymm4
	vmovups	544(%rdx), %ymm5
	vmovups	768(%rdx), %ymm6
	vmovups	800(%rdx), %ymm7
	vmovups	1024(%rdx), %ymm8
	vmovups	1056(%rdx), %ymm9
	vmovups	1280(%rdx), %ymm10
	vmovups	1312(%rdx), %ymm11
	testq	%r8, %r8
	jg	.LBB7_4
	jmp	.LBB7_10
.LBB7_2:
	leaq	256(%rdx), %rcx
	movq	%rbx, -8(%rsp)
	movq	%rax, %rbx
	leaq	512(%rdx), %rax
	movq	%r12, %r11
	movq	%r14, %r12
	leaq	768(%rdx), %r14
	movq	%r15, %r13
	leaq	1024(%rdx), %r15
	leaq	1280(%rdx), %r10
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	movq	%rbx, %rax
	movq	-8(%rsp), %rbx
	prefetcht1	(%r14)
	movq	%r12, %r14
	movq	%r11, %r12
	prefetcht1	(%r15)
	movq	%r13, %r15
	prefetcht1	(%r10)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	testq	%r8, %r8
	jle	.LBB7_10
.LBB7_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB7_5
	.p2align	4, 0x90
.LBB7_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB7_10
.LBB7_5:
	imulq	$928, %r15, %r12
	testq	%r14, %r14
	jle	.LBB7_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB7_7:
	leaq	(%r12,%rax), %rbp
	vbroadcastss	(%r10,%rbp,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	4(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	4(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	4(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	4(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	8(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	8(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	8(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	8(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	8(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	12(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	12(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	12(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	12(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	12(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r14, %rax
	jl	.LBB7_7
.LBB7_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB7_9
	.p2align	4, 0x90
.LBB7_11:
	leaq	(%r12,%rax), %rbp
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB7_11
	jmp	.LBB7_9
.LBB7_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 256(%rdx)
	vmovups	%ymm3, 288(%rdx)
	vmovups	%ymm4, 512(%rdx)
	vmovups	%ymm5, 544(%rdx)
	vmovups	%ymm6, 768(%rdx)
	vmovups	%ymm7, 800(%rdx)
	vmovups	%ymm8, 1024(%rdx)
	vmovups	%ymm9, 1056(%rdx)
	vmovups	%ymm10, 1280(%rdx)
	vmovups	%ymm11, 1312(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end7:
	.size	micro.6x16.at.c64.k1.s928.w16, .Lfunc_end7-micro.6x16.at.c64.k1.s928.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c64.k1.s928.w16,@function
micro.5x16.at.c64.k1.s928.w16:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %r10
	movq	8(%rcx), %r11
	movq	16(%rcx), %r14
	movq	24(%rcx), %r15
	movq	32(%rcx), %r12
	cmpq	$0, 48(%rsp)
	je	.LBB8_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	256(%rdx), %ymm2
	vmovups	288(%rdx), %ymm3
	vmovups	512(%rdx), %ymm4
	vmovups	544(%rdx), %ymm5
	vmovups	768(%rdx), %ymm6
	vmovups	800(%rdx), %ymm7
	vmovups	1024(%rdx), %ymm8
	vmovups	1056(%rdx), %ymm9
	testq	%r8, %r8
	jg	.LBB8_4
	jmp	.LBB8_10
.LBB8_2:
	leaq	256(%rdx), %rcx
	leaq	512(%rdx), %rax
	leaq	768(%rdx), %rbx
	leaq	1024(%rdx), %r13
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	prefetcht1	(%rbx)
	prefetcht1	(%r13)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	testq	%r8, %r8
	jle	.LBB8_10
.LBB8_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB8_5
	.p2align	4, 0x90
.LBB8_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB8_10
.LBB8_5:
	imulq	$928, %r14, %r12
	testq	%r15, %r15
	jle	.LBB8_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB8_7:
	leaq	(%r12,%rbx), %rax
	vbroadcastss	(%r10,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	4(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	4(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	4(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	8(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	8(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	8(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	12(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	12(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	12(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rbx
	cmpq	%r15, %rbx
	jl	.LBB8_7
.LBB8_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB8_9
	.p2align	4, 0x90
.LBB8_11:
	leaq	(%r12,%rax), %rbx
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%r10,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	(%r11,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	(%r13,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	(%rcx,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	(%rdi,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB8_11
	jmp	.LBB8_9
.LBB8_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 256(%rdx)
	vmovups	%ymm3, 288(%rdx)
	vmovups	%ymm4, 512(%rdx)
	vmovups	%ymm5, 544(%rdx)
	vmovups	%ymm6, 768(%rdx)
	vmovups	%ymm7, 800(%rdx)
	vmovups	%ymm8, 1024(%rdx)
	vmovups	%ymm9, 1056(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end8:
	.size	micro.5x16.at.c64.k1.s928.w16, .Lfunc_end8-micro.5x16.at.c64.k1.s928.w16

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI9_0:
	.long	0x3727c5ac
.LCPI9_1:
	.long	0x3f800000
	.text
	.hidden	uniform_net_x86_64_v3_k5
	.globl	uniform_net_x86_64_v3_k5
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k5,@function
uniform_net_x86_64_v3_k5:
	pushq	%rbx
	movq	(%rdi), %r8
	movq	8(%rdi), %r9
	movq	16(%rdi), %r10
	movq	24(%rdi), %r11
	movq	32(%rdi), %rax
	movq	40(%rdi), %rdi
	xorl	%ecx, %ecx
	vbroadcastss	.LCPI9_0(%rip), %ymm0
	vbroadcastss	.LCPI9_1(%rip), %ymm1
	.p2align	4, 0x90
.LBB9_1:
	leaq	(,%rcx,4), %rdx
	movq	%rdx, %rsi
	orq	$32, %rsi
	movq	%rdx, %rbx
	orq	$64, %rbx
	orq	$96, %rdx
	vaddps	(%r8,%rcx,4), %ymm0, %ymm2
	vaddps	(%r8,%rsi), %ymm0, %ymm3
	vaddps	(%r8,%rbx), %ymm0, %ymm4
	vaddps	(%r8,%rdx), %ymm0, %ymm5
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm3, %ymm3
	vdivps	%ymm3, %ymm1, %ymm3
	vsqrtps	%ymm4, %ymm4
	vdivps	%ymm4, %ymm1, %ymm4
	vsqrtps	%ymm5, %ymm5
	vdivps	%ymm5, %ymm1, %ymm5
	vmulps	(%r9,%rcx,4), %ymm2, %ymm2
	vmulps	(%r9,%rsi), %ymm3, %ymm3
	vmulps	(%r9,%rbx), %ymm4, %ymm4
	vmulps	(%r9,%rdx), %ymm5, %ymm5
	vmulps	(%r10,%rcx,4), %ymm2, %ymm6
	vmulps	(%r10,%rsi), %ymm3, %ymm7
	vmulps	(%r10,%rbx), %ymm4, %ymm8
	vmulps	(%r10,%rdx), %ymm5, %ymm9
	vmovups	(%r11,%rcx,4), %ymm10
	vsubps	%ymm6, %ymm10, %ymm6
	vmovups	(%r11,%rsi), %ymm10
	vsubps	%ymm7, %ymm10, %ymm7
	vmovups	(%r11,%rbx), %ymm10
	vsubps	%ymm8, %ymm10, %ymm8
	vmovups	(%r11,%rdx), %ymm10
	vsubps	%ymm9, %ymm10, %ymm9
	vmovups	%ymm2, (%rax,%rcx,4)
	vmovups	%ymm3, (%rax,%rsi)
	vmovups	%ymm4, (%rax,%rbx)
	vmovups	%ymm5, (%rax,%rdx)
	vmovups	%ymm6, (%rdi,%rcx,4)
	vmovups	%ymm7, (%rdi,%rsi)
	vmovups	%ymm8, (%rdi,%rbx)
	vmovups	%ymm9, (%rdi,%rdx)
	leaq	32(%rcx), %rdx
	testq	%rcx, %rcx
	movq	%rdx, %rcx
	je	.LBB9_1
	popq	%rbx
	vzeroupper
	retq
.Lfunc_end9:
	.size	uniform_net_x86_64_v3_k5, .Lfunc_end9-uniform_net_x86_64_v3_k5

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI10_0:
	.long	0x3727c5ac
.LCPI10_1:
	.long	0x3f800000
	.text
	.hidden	uniform_net_x86_64_v3_k6
	.globl	uniform_net_x86_64_v3_k6
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k6,@function
uniform_net_x86_64_v3_k6:
	pushq	%rbx
	movq	(%rdi), %r8
	movq	8(%rdi), %r9
	movq	16(%rdi), %r10
	movq	24(%rdi), %r11
	movq	32(%rdi), %rax
	movq	40(%rdi), %rdi
	xorl	%ecx, %ecx
	vbroadcastss	.LCPI10_0(%rip), %ymm0
	vbroadcastss	.LCPI10_1(%rip), %ymm1
	.p2align	4, 0x90
.LBB10_1:
	leaq	(,%rcx,4), %rdx
	movq	%rdx, %rsi
	orq	$32, %rsi
	movq	%rdx, %rbx
	orq	$64, %rbx
	orq	$96, %rdx
	vaddps	(%r8,%rcx,4), %ymm0, %ymm2
	vaddps	(%r8,%rsi), %ymm0, %ymm3
	vaddps	(%r8,%rbx), %ymm0, %ymm4
	vaddps	(%r8,%rdx), %ymm0, %ymm5
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm3, %ymm3
	vdivps	%ymm3, %ymm1, %ymm3
	vsqrtps	%ymm4, %ymm4
	vdivps	%ymm4, %ymm1, %ymm4
	vsqrtps	%ymm5, %ymm5
	vdivps	%ymm5, %ymm1, %ymm5
	vmulps	(%r9,%rcx,4), %ymm2, %ymm2
	vmulps	(%r9,%rsi), %ymm3, %ymm3
	vmulps	(%r9,%rbx), %ymm4, %ymm4
	vmulps	(%r9,%rdx), %ymm5, %ymm5
	vmulps	(%r10,%rcx,4), %ymm2, %ymm6
	vmulps	(%r10,%rsi), %ymm3, %ymm7
	vmulps	(%r10,%rbx), %ymm4, %ymm8
	vmulps	(%r10,%rdx), %ymm5, %ymm9
	vmovups	(%r11,%rcx,4), %ymm10
	vsubps	%ymm6, %ymm10, %ymm6
	vmovups	(%r11,%rsi), %ymm10
	vsubps	%ymm7, %ymm10, %ymm7
	vmovups	(%r11,%rbx), %ymm10
	vsubps	%ymm8, %ymm10, %ymm8
	vmovups	(%r11,%rdx), %ymm10
	vsubps	%ymm9, %ymm10, %ymm9
	vmovups	%ymm2, (%rax,%rcx,4)
	vmovups	%ymm3, (%rax,%rsi)
	vmovups	%ymm4, (%rax,%rbx)
	vmovups	%ymm5, (%rax,%rdx)
	vmovups	%ymm6, (%rdi,%rcx,4)
	vmovups	%ymm7, (%rdi,%rsi)
	vmovups	%ymm8, (%rdi,%rbx)
	vmovups	%ymm9, (%rdi,%rdx)
	leaq	32(%rcx), %rdx
	cmpq	$96, %rcx
	movq	%rdx, %rcx
	jb	.LBB10_1
	popq	%rbx
	vzeroupper
	retq
.Lfunc_end10:
	.size	uniform_net_x86_64_v3_k6, .Lfunc_end10-uniform_net_x86_64_v3_k6

	.hidden	uniform_net_x86_64_v3_k7
	.globl	uniform_net_x86_64_v3_k7
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k7,@function
uniform_net_x86_64_v3_k7:
	leaq	(%rsi,%rsi,8), %rax
	shlq	$6, %rsi
	movq	%rsi, %rcx
	andq	$-512, %rcx
	addq	(%rdi), %rcx
	andl	$448, %esi
	addq	%rcx, %rsi
	shlq	$12, %rax
	addq	8(%rdi), %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB11_1:
	movq	%rcx, %rdx
	shlq	$9, %rdx
	movq	%rcx, %rdi
	shlq	$6, %rdi
	vmovups	(%rsi,%rdx), %ymm0
	vmovups	%ymm0, (%rax,%rdi)
	vmovups	32(%rsi,%rdx), %ymm0
	vmovups	%ymm0, 32(%rax,%rdi)
	leaq	1(%rcx), %rdx
	cmpq	$575, %rcx
	movq	%rdx, %rcx
	jb	.LBB11_1
	vzeroupper
	retq
.Lfunc_end11:
	.size	uniform_net_x86_64_v3_k7, .Lfunc_end11-uniform_net_x86_64_v3_k7

	.hidden	uniform_net_x86_64_v3_k8
	.globl	uniform_net_x86_64_v3_k8
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k8,@function
uniform_net_x86_64_v3_k8:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$120, %rsp
	movq	16(%rdi), %rax
	movq	%rax, 112(%rsp)
	movq	32(%rdi), %r15
	imulq	$57664, %rdx, %rax
	addq	24(%rdi), %rax
	movq	%rax, 24(%rsp)
	movq	40(%rdi), %r10
	movq	48(%rdi), %r11
	movq	56(%rdi), %rax
	movq	%rax, 88(%rsp)
	movq	64(%rdi), %rax
	movq	%rax, 56(%rsp)
	movq	72(%rdi), %rax
	movq	%rax, 64(%rsp)
	movq	88(%rdi), %rax
	movq	%rax, 80(%rsp)
	leaq	(%rsi,%rsi,8), %rcx
	andl	$7, %esi
	movq	%rsi, 104(%rsp)
	movq	%rsi, %rax
	shlq	$4, %rax
	movq	%rax, 72(%rsp)
	shlq	$12, %rcx
	addq	8(%rdi), %rcx
	movq	%rcx, 96(%rsp)
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%r9d, %r9d
	jmp	.LBB12_1
	.p2align	4, 0x90
.LBB12_7:
	leaq	1(%r9), %rcx
	cmpq	$14, %r9
	movq	%rcx, %r9
	jae	.LBB12_8
.LBB12_1:
	imulq	$3840, %r9, %rsi
	addq	24(%rsp), %rsi
	leaq	-1(%r9), %rcx
	movl	$0, %edx
	movl	$0, %edi
	cmpq	$14, %rcx
	jae	.LBB12_20
	.p2align	4, 0x90
.LBB12_2:
	vmovups	%ymm0, (%rsi,%rdx,4)
	leaq	8(%rdx), %rdi
	cmpq	$56, %rdx
	movq	%rdi, %rdx
	jb	.LBB12_2
	movq	%rcx, %r14
	shlq	$4, %r14
	subq	%rcx, %r14
	subq	%rcx, %r14
	addq	$256, %rsi
	movq	%r14, %rdx
	shrq	$2, %rdx
	movabsq	$6023426636313322977, %rax
	mulxq	%rax, %rcx, %rcx
	shrq	$4, %rcx
	imulq	$196, %rcx, %rcx
	subq	%rcx, %r14
	xorl	%r12d, %r12d
	.p2align	4, 0x90
.LBB12_4:
	vmovups	(%r10,%r12,4), %ymm1
	movq	%r12, %r13
	orq	$8, %r13
	vmovups	(%r10,%r13,4), %ymm2
	movq	%r12, %rdi
	orq	$16, %rdi
	vmovups	(%r10,%rdi,4), %ymm3
	movq	%r12, %rcx
	orq	$24, %rcx
	vmovups	(%r10,%rcx,4), %ymm4
	vmovups	(%r11,%r12,4), %ymm5
	vmovups	(%r11,%r13,4), %ymm6
	vmovups	(%r11,%rdi,4), %ymm7
	vmovups	(%r11,%rcx,4), %ymm8
	xorl	%ebp, %ebp
	.p2align	4, 0x90
.LBB12_5:
	leaq	(%r14,%rbp), %rax
	shlq	$6, %rax
	leaq	(%rax,%r12), %rbx
	leaq	(%rax,%r13), %rdx
	leaq	(%rax,%rdi), %r8
	addq	%rcx, %rax
	vmulps	(%r15,%rbx,4), %ymm1, %ymm9
	vaddps	%ymm5, %ymm9, %ymm9
	vmulps	(%r15,%rdx,4), %ymm2, %ymm10
	vmulps	(%r15,%r8,4), %ymm3, %ymm11
	vaddps	%ymm6, %ymm10, %ymm10
	vaddps	%ymm7, %ymm11, %ymm11
	vmulps	(%r15,%rax,4), %ymm4, %ymm12
	vaddps	%ymm8, %ymm12, %ymm12
	vcmpnleps	%ymm0, %ymm9, %ymm13
	vandps	%ymm9, %ymm13, %ymm9
	vcmpnleps	%ymm0, %ymm10, %ymm13
	vandps	%ymm10, %ymm13, %ymm10
	vcmpnleps	%ymm0, %ymm11, %ymm13
	vandps	%ymm11, %ymm13, %ymm11
	vcmpnleps	%ymm0, %ymm12, %ymm13
	movq	%rbp, %rax
	shlq	$6, %rax
	leaq	(%rax,%r12), %rdx
	vmovups	%ymm9, (%rsi,%rdx,4)
	vandps	%ymm12, %ymm13, %ymm9
	leaq	(%rax,%r13), %rdx
	vmovups	%ymm10, (%rsi,%rdx,4)
	leaq	(%rax,%rdi), %rdx
	vmovups	%ymm11, (%rsi,%rdx,4)
	addq	%rcx, %rax
	vmovups	%ymm9, (%rsi,%rax,4)
	leaq	1(%rbp), %rax
	cmpq	$13, %rbp
	movq	%rax, %rbp
	jb	.LBB12_5
	leaq	32(%r12), %rax
	testq	%r12, %r12
	movq	%rax, %r12
	je	.LBB12_4
	jmp	.LBB12_7
	.p2align	4, 0x90
.LBB12_20:
	vmovups	%ymm0, (%rsi,%rdi,4)
	leaq	8(%rdi), %rax
	cmpq	$952, %rdi
	movq	%rax, %rdi
	jb	.LBB12_20
	jmp	.LBB12_7
.LBB12_8:
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB12_9:
	movq	%rax, 16(%rsp)
	shlq	$5, %rax
	leaq	table.3(%rip), %rsi
	movq	(%rax,%rsi), %rcx
	movq	%rcx, 48(%rsp)
	movq	8(%rax,%rsi), %rcx
	movq	%rcx, 40(%rsp)
	movq	16(%rax,%rsi), %rcx
	movq	24(%rsp), %rdx
	leaq	(%rdx,%rcx,4), %rcx
	movq	%rcx, 32(%rsp)
	movq	24(%rax,%rsi), %rbx
	shlq	$6, %rbx
	addq	96(%rsp), %rbx
	xorl	%r15d, %r15d
	.p2align	4, 0x90
.LBB12_10:
	leaq	36864(%rbx), %rbp
	imulq	$1408, %r15, %rax
	addq	%rbx, %rax
	addq	$36864, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB12_11:
	movq	%rcx, %rdx
	shlq	$9, %rdx
	prefetcht1	(%rax,%rdx)
	prefetcht1	64(%rax,%rdx)
	prefetcht1	128(%rax,%rdx)
	prefetcht1	192(%rax,%rdx)
	prefetcht1	256(%rax,%rdx)
	prefetcht1	320(%rax,%rdx)
	prefetcht1	384(%rax,%rdx)
	prefetcht1	448(%rax,%rdx)
	leaq	1(%rcx), %rdx
	cmpq	$2, %rcx
	movq	%rdx, %rcx
	jb	.LBB12_11
	movq	104(%rsp), %r13
	shlq	$6, %r13
	movq	112(%rsp), %rax
	leaq	(%rax,%r13), %r14
	leaq	(%r15,%r15,2), %rcx
	movq	%rcx, %rdx
	shlq	$10, %rdx
	addq	%r14, %rdx
	shlq	$4, %rcx
	leaq	table.2(%rip), %rax
	addq	%rax, %rcx
	movq	16(%rsp), %rax
	movq	%rax, (%rsp)
	movq	32(%rsp), %rdi
	movq	%rbx, %rsi
	movq	48(%rsp), %r8
	movq	40(%rsp), %r9
	vzeroupper
	callq	micro.6x16.at.c128.k1.s960.w16
	leaq	1(%r15), %rax
	movl	$0, %r12d
	cmpq	$3, %r15
	movq	%rax, %r15
	jb	.LBB12_10
	.p2align	4, 0x90
.LBB12_13:
	leaq	(%r12,%r12,4), %rdx
	addq	$24, %rdx
	imulq	$1408, %r12, %rax
	addq	%rbp, %rax
	addq	$5632, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB12_14:
	movq	%rcx, %rsi
	shlq	$9, %rsi
	prefetcht1	(%rax,%rsi)
	prefetcht1	64(%rax,%rsi)
	prefetcht1	128(%rax,%rsi)
	prefetcht1	192(%rax,%rsi)
	prefetcht1	256(%rax,%rsi)
	prefetcht1	320(%rax,%rsi)
	prefetcht1	384(%rax,%rsi)
	prefetcht1	448(%rax,%rsi)
	leaq	1(%rcx), %rsi
	cmpq	$2, %rcx
	movq	%rsi, %rcx
	jb	.LBB12_14
	leaq	table.2(%rip), %rax
	leaq	(%rax,%rdx,8), %rcx
	shlq	$9, %rdx
	addq	%r14, %rdx
	movq	16(%rsp), %rax
	movq	%rax, (%rsp)
	movq	32(%rsp), %rdi
	movq	%rbx, %rsi
	movq	48(%rsp), %r8
	movq	40(%rsp), %r9
	callq	micro.5x16.at.c128.k1.s960.w16
	leaq	1(%r12), %rax
	cmpq	$4, %r12
	movq	%rax, %r12
	jb	.LBB12_13
	movq	16(%rsp), %rcx
	leaq	1(%rcx), %rax
	cmpq	$2, %rcx
	jb	.LBB12_9
	movq	56(%rsp), %rcx
	vmovups	(%rcx,%r13), %ymm0
	movq	72(%rsp), %rbp
	movq	%rbp, %rax
	orq	$8, %rax
	vmovups	(%rcx,%rax,4), %ymm1
	movq	64(%rsp), %rcx
	vmovups	(%rcx,%r13), %ymm2
	vmovups	(%rcx,%rax,4), %ymm3
	vxorps	%xmm4, %xmm4, %xmm4
	xorl	%ecx, %ecx
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	movq	88(%rsp), %rdi
	.p2align	4, 0x90
.LBB12_18:
	movq	%rcx, %rdx
	shlq	$7, %rdx
	leaq	(%rdx,%rbp), %rsi
	orq	%rax, %rdx
	vmulps	(%rdi,%rsi,4), %ymm0, %ymm7
	vaddps	%ymm2, %ymm7, %ymm7
	vmulps	(%rdi,%rdx,4), %ymm1, %ymm8
	vaddps	%ymm3, %ymm8, %ymm8
	vcmpnleps	%ymm4, %ymm7, %ymm9
	vandps	%ymm7, %ymm9, %ymm7
	vaddps	%ymm7, %ymm5, %ymm5
	vcmpnleps	%ymm4, %ymm8, %ymm7
	vandps	%ymm7, %ymm8, %ymm7
	vaddps	%ymm7, %ymm6, %ymm6
	leaq	1(%rcx), %rdx
	cmpq	$48, %rcx
	movq	%rdx, %rcx
	jb	.LBB12_18
	movq	80(%rsp), %rcx
	vmovups	%ymm5, (%rcx,%r13)
	vmovups	%ymm6, (%rcx,%rax,4)
	addq	$120, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end12:
	.size	uniform_net_x86_64_v3_k8, .Lfunc_end12-uniform_net_x86_64_v3_k8

	.p2align	4, 0x90
	.type	micro.6x16.at.c128.k1.s960.w16,@function
micro.6x16.at.c128.k1.s960.w16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %rax
	movq	8(%rcx), %rbx
	movq	16(%rcx), %r12
	movq	24(%rcx), %rbp
	movq	32(%rcx), %r14
	movq	40(%rcx), %r15
	cmpq	$0, 56(%rsp)
	je	.LBB13_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	512(%rdx), %ymm2
	vmovups	544(%rdx), %ymm3
	vmovups	1024(%rdx), %ymm4
	vmovups	1056(%rdx), %ymm5
	vmovups	1536(%rdx), %ymm6
	vmovups	1568(%rdx), %ymm7
	vmovups	2048(%rdx), %ymm8
	vmovups	2080(%rdx), %ymm9
	vmovups	2560(%rdx), %ymm10
	vmovups	2592(%rdx), %ymm11
	testq	%r8, %r8
	jg	.LBB13_4
	jmp	.LBB13_10
.LBB13_2:
	leaq	512(%rdx), %rcx
	movq	%rbx, -8(%rsp)
	movq	%rax, %rbx
	leaq	1024(%rdx), %rax
	movq	%r12, %r11
	movq	%r14, %r12
	leaq	1536(%rdx), %r14
	movq	%r15, %r13
	leaq	2048(%rdx), %r15
	leaq	2560(%rdx), %r10
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	movq	%rbx, %rax
	movq	-8(%rsp), %rbx
	prefetcht1	(%r14)
	movq	%r12, %r14
	movq	%r11, %r12
	prefetcht1	(%r15)
	movq	%r13, %r15
	prefetcht1	(%r10)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	testq	%r8, %r8
	jle	.LBB13_10
.LBB13_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB13_5
	.p2align	4, 0x90
.LBB13_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB13_10
.LBB13_5:
	imulq	$960, %r15, %r12
	testq	%r14, %r14
	jle	.LBB13_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB13_7:
	leaq	(%r12,%rax), %rbp
	vbroadcastss	(%r10,%rbp,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	4(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	4(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	4(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	4(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	8(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	8(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	8(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	8(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	8(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	12(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	12(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	12(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	12(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	12(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r14, %rax
	jl	.LBB13_7
.LBB13_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB13_9
	.p2align	4, 0x90
.LBB13_11:
	leaq	(%r12,%rax), %rbp
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB13_11
	jmp	.LBB13_9
.LBB13_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 512(%rdx)
	vmovups	%ymm3, 544(%rdx)
	vmovups	%ymm4, 1024(%rdx)
	vmovups	%ymm5, 1056(%rdx)
	vmovups	%ymm6, 1536(%rdx)
	vmovups	%ymm7, 1568(%rdx)
	vmovups	%ymm8, 2048(%rdx)
	vmovups	%ymm9, 2080(%rdx)
	vmovups	%ymm10, 2560(%rdx)
	vmovups	%ymm11, 2592(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end13:
	.size	micro.6x16.at.c128.k1.s960.w16, .Lfunc_end13-micro.6x16.at.c128.k1.s960.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c128.k1.s960.w16,@function
micro.5x16.at.c128.k1.s960.w16:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %r10
	movq	8(%rcx), %r11
	movq	16(%rcx), %r14
	movq	24(%rcx), %r15
	movq	32(%rcx), %r12
	cmpq	$0, 48(%rsp)
	je	.LBB14_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	512(%rdx), %ymm2
	vmovups	544(%rdx), %ymm3
	vmovups	1024(%rdx), %ymm4
	vmovups	1056(%rdx), %ymm5
	vmovups	1536(%rdx), %ymm6
	vmovups	1568(%rdx), %ymm7
	vmovups	2048(%rdx), %ymm8
	vmovups	2080(%rdx), %ymm9
	testq	%r8, %r8
	jg	.LBB14_4
	jmp	.LBB14_10
.LBB14_2:
	leaq	512(%rdx), %rcx
	leaq	1024(%rdx), %rax
	leaq	1536(%rdx), %rbx
	leaq	2048(%rdx), %r13
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	prefetcht1	(%rbx)
	prefetcht1	(%r13)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	testq	%r8, %r8
	jle	.LBB14_10
.LBB14_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB14_5
	.p2align	4, 0x90
.LBB14_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB14_10
.LBB14_5:
	imulq	$960, %r14, %r12
	testq	%r15, %r15
	jle	.LBB14_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB14_7:
	leaq	(%r12,%rbx), %rax
	vbroadcastss	(%r10,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	4(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	4(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	4(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	8(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	8(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	8(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	12(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	12(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	12(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rbx
	cmpq	%r15, %rbx
	jl	.LBB14_7
.LBB14_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB14_9
	.p2align	4, 0x90
.LBB14_11:
	leaq	(%r12,%rax), %rbx
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%r10,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	(%r11,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	(%r13,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	(%rcx,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	(%rdi,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB14_11
	jmp	.LBB14_9
.LBB14_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 512(%rdx)
	vmovups	%ymm3, 544(%rdx)
	vmovups	%ymm4, 1024(%rdx)
	vmovups	%ymm5, 1056(%rdx)
	vmovups	%ymm6, 1536(%rdx)
	vmovups	%ymm7, 1568(%rdx)
	vmovups	%ymm8, 2048(%rdx)
	vmovups	%ymm9, 2080(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end14:
	.size	micro.5x16.at.c128.k1.s960.w16, .Lfunc_end14-micro.5x16.at.c128.k1.s960.w16

	.hidden	uniform_net_x86_64_v3_k9
	.globl	uniform_net_x86_64_v3_k9
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k9,@function
uniform_net_x86_64_v3_k9:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB15_1:
	vaddps	(%rax,%rdx,4), %xmm0, %xmm1
	vmovups	%xmm1, (%rcx,%rdx,4)
	leaq	4(%rdx), %rsi
	cmpq	$124, %rdx
	movq	%rsi, %rdx
	jb	.LBB15_1
	retq
.Lfunc_end15:
	.size	uniform_net_x86_64_v3_k9, .Lfunc_end15-uniform_net_x86_64_v3_k9

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI16_0:
	.long	0x3ca72f05
	.text
	.hidden	uniform_net_x86_64_v3_k10
	.globl	uniform_net_x86_64_v3_k10
	.p2align	4, 0x90
	.type	uniform_net_x86_64_v3_k10,@function
uniform_net_x86_64_v3_k10:
	movq	(%rdi), %r8
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vbroadcastss	.LCPI16_0(%rip), %ymm0
	.p2align	4, 0x90
.LBB16_1:
	leaq	(,%rdx,4), %rsi
	movq	%rsi, %rdi
	orq	$32, %rdi
	movq	%rsi, %rax
	orq	$64, %rax
	orq	$96, %rsi
	vmulps	(%r8,%rdx,4), %ymm0, %ymm1
	vmulps	(%r8,%rdi), %ymm0, %ymm2
	vmulps	(%r8,%rax), %ymm0, %ymm3
	vmulps	(%r8,%rsi), %ymm0, %ymm4
	vmovups	%ymm1, (%rcx,%rdx,4)
	vmovups	%ymm2, (%rcx,%rdi)
	vmovups	%ymm3, (%rcx,%rax)
	vmovups	%ymm4, (%rcx,%rsi)
	leaq	32(%rdx), %rax
	cmpq	$96, %rdx
	movq	%rax, %rdx
	jb	.LBB16_1
	vzeroupper
	retq
.Lfunc_end16:
	.size	uniform_net_x86_64_v3_k10, .Lfunc_end16-uniform_net_x86_64_v3_k10

	.type	table,@object
	.section	.rodata,"a",@progbits
	.p2align	4
table:
	.quad	0
	.quad	1
	.quad	2
	.quad	3
	.quad	4
	.quad	5
	.quad	6
	.quad	7
	.quad	8
	.quad	9
	.quad	10
	.quad	11
	.quad	12
	.quad	13
	.quad	14
	.quad	15
	.quad	16
	.quad	17
	.quad	18
	.quad	19
	.quad	20
	.quad	21
	.quad	22
	.quad	23
	.quad	24
	.quad	25
	.quad	26
	.quad	27
	.quad	30
	.quad	31
	.quad	32
	.quad	33
	.quad	34
	.quad	35
	.quad	36
	.quad	37
	.quad	38
	.quad	39
	.quad	40
	.quad	41
	.quad	42
	.quad	43
	.quad	44
	.quad	45
	.quad	46
	.quad	47
	.quad	48
	.quad	49
	.quad	50
	.quad	51
	.quad	52
	.quad	53
	.quad	54
	.quad	55
	.quad	56
	.quad	57
	.quad	60
	.quad	61
	.quad	62
	.quad	63
	.quad	64
	.quad	65
	.quad	66
	.quad	67
	.quad	68
	.quad	69
	.quad	70
	.quad	71
	.quad	72
	.quad	73
	.quad	74
	.quad	75
	.quad	76
	.quad	77
	.quad	78
	.quad	79
	.quad	80
	.quad	81
	.quad	82
	.quad	83
	.quad	84
	.quad	85
	.quad	86
	.quad	87
	.quad	90
	.quad	91
	.quad	92
	.quad	93
	.quad	94
	.quad	95
	.quad	96
	.quad	97
	.quad	98
	.quad	99
	.quad	100
	.quad	101
	.quad	102
	.quad	103
	.quad	104
	.quad	105
	.quad	106
	.quad	107
	.quad	108
	.quad	109
	.quad	110
	.quad	111
	.quad	112
	.quad	113
	.quad	114
	.quad	115
	.quad	116
	.quad	117
	.quad	120
	.quad	121
	.quad	122
	.quad	123
	.quad	124
	.quad	125
	.quad	126
	.quad	127
	.quad	128
	.quad	129
	.quad	130
	.quad	131
	.quad	132
	.quad	133
	.quad	134
	.quad	135
	.quad	136
	.quad	137
	.quad	138
	.quad	139
	.quad	140
	.quad	141
	.quad	142
	.quad	143
	.quad	144
	.quad	145
	.quad	146
	.quad	147
	.quad	150
	.quad	151
	.quad	152
	.quad	153
	.quad	154
	.quad	155
	.quad	156
	.quad	157
	.quad	158
	.quad	159
	.quad	160
	.quad	161
	.quad	162
	.quad	163
	.quad	164
	.quad	165
	.quad	166
	.quad	167
	.quad	168
	.quad	169
	.quad	170
	.quad	171
	.quad	172
	.quad	173
	.quad	174
	.quad	175
	.quad	176
	.quad	177
	.quad	180
	.quad	181
	.quad	182
	.quad	183
	.quad	184
	.quad	185
	.quad	186
	.quad	187
	.quad	188
	.quad	189
	.quad	190
	.quad	191
	.quad	192
	.quad	193
	.quad	194
	.quad	195
	.quad	196
	.quad	197
	.quad	198
	.quad	199
	.quad	200
	.quad	201
	.quad	202
	.quad	203
	.quad	204
	.quad	205
	.quad	206
	.quad	207
	.size	table, 1568

	.type	table.1,@object
	.p2align	4
table.1:
	.quad	0
	.quad	64
	.quad	128
	.quad	192
	.quad	256
	.quad	320
	.quad	384
	.quad	448
	.quad	512
	.quad	576
	.quad	640
	.quad	704
	.quad	768
	.quad	832
	.quad	1856
	.quad	1920
	.quad	1984
	.quad	2048
	.quad	2112
	.quad	2176
	.quad	2240
	.quad	2304
	.quad	2368
	.quad	2432
	.quad	2496
	.quad	2560
	.quad	2624
	.quad	2688
	.quad	3712
	.quad	3776
	.quad	3840
	.quad	3904
	.quad	3968
	.quad	4032
	.quad	4096
	.quad	4160
	.quad	4224
	.quad	4288
	.quad	4352
	.quad	4416
	.quad	4480
	.quad	4544
	.quad	5568
	.quad	5632
	.quad	5696
	.quad	5760
	.quad	5824
	.quad	5888
	.quad	5952
	.quad	6016
	.quad	6080
	.quad	6144
	.quad	6208
	.quad	6272
	.quad	6336
	.quad	6400
	.quad	7424
	.quad	7488
	.quad	7552
	.quad	7616
	.quad	7680
	.quad	7744
	.quad	7808
	.quad	7872
	.quad	7936
	.quad	8000
	.quad	8064
	.quad	8128
	.quad	8192
	.quad	8256
	.quad	9280
	.quad	9344
	.quad	9408
	.quad	9472
	.quad	9536
	.quad	9600
	.quad	9664
	.quad	9728
	.quad	9792
	.quad	9856
	.quad	9920
	.quad	9984
	.quad	10048
	.quad	10112
	.quad	11136
	.quad	11200
	.quad	11264
	.quad	11328
	.quad	11392
	.quad	11456
	.quad	11520
	.quad	11584
	.quad	11648
	.quad	11712
	.quad	11776
	.quad	11840
	.quad	11904
	.quad	11968
	.quad	12992
	.quad	13056
	.quad	13120
	.quad	13184
	.quad	13248
	.quad	13312
	.quad	13376
	.quad	13440
	.quad	13504
	.quad	13568
	.quad	13632
	.quad	13696
	.quad	13760
	.quad	13824
	.quad	14848
	.quad	14912
	.quad	14976
	.quad	15040
	.quad	15104
	.quad	15168
	.quad	15232
	.quad	15296
	.quad	15360
	.quad	15424
	.quad	15488
	.quad	15552
	.quad	15616
	.quad	15680
	.quad	16704
	.quad	16768
	.quad	16832
	.quad	16896
	.quad	16960
	.quad	17024
	.quad	17088
	.quad	17152
	.quad	17216
	.quad	17280
	.quad	17344
	.quad	17408
	.quad	17472
	.quad	17536
	.quad	18560
	.quad	18624
	.quad	18688
	.quad	18752
	.quad	18816
	.quad	18880
	.quad	18944
	.quad	19008
	.quad	19072
	.quad	19136
	.quad	19200
	.quad	19264
	.quad	19328
	.quad	19392
	.quad	20416
	.quad	20480
	.quad	20544
	.quad	20608
	.quad	20672
	.quad	20736
	.quad	20800
	.quad	20864
	.quad	20928
	.quad	20992
	.quad	21056
	.quad	21120
	.quad	21184
	.quad	21248
	.quad	22272
	.quad	22336
	.quad	22400
	.quad	22464
	.quad	22528
	.quad	22592
	.quad	22656
	.quad	22720
	.quad	22784
	.quad	22848
	.quad	22912
	.quad	22976
	.quad	23040
	.quad	23104
	.quad	24128
	.quad	24192
	.quad	24256
	.quad	24320
	.quad	24384
	.quad	24448
	.quad	24512
	.quad	24576
	.quad	24640
	.quad	24704
	.quad	24768
	.quad	24832
	.quad	24896
	.quad	24960
	.size	table.1, 1568

	.type	table.2,@object
	.p2align	4
table.2:
	.quad	0
	.quad	128
	.quad	256
	.quad	384
	.quad	512
	.quad	640
	.quad	768
	.quad	1920
	.quad	2048
	.quad	2176
	.quad	2304
	.quad	2432
	.quad	2560
	.quad	2688
	.quad	3840
	.quad	3968
	.quad	4096
	.quad	4224
	.quad	4352
	.quad	4480
	.quad	4608
	.quad	5760
	.quad	5888
	.quad	6016
	.quad	6144
	.quad	6272
	.quad	6400
	.quad	6528
	.quad	7680
	.quad	7808
	.quad	7936
	.quad	8064
	.quad	8192
	.quad	8320
	.quad	8448
	.quad	9600
	.quad	9728
	.quad	9856
	.quad	9984
	.quad	10112
	.quad	10240
	.quad	10368
	.quad	11520
	.quad	11648
	.quad	11776
	.quad	11904
	.quad	12032
	.quad	12160
	.quad	12288
	.size	table.2, 392

	.type	table.3,@object
	.p2align	4
table.3:
	.quad	1
	.quad	192
	.quad	0
	.quad	0
	.quad	1
	.quad	192
	.quad	960
	.quad	192
	.quad	1
	.quad	192
	.quad	1920
	.quad	384
	.size	table.3, 96

	.section	".note.GNU-stack","",@progbits

#endif
#if defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
